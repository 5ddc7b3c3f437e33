/**
 * Where workflow, activities and clients meet: message definitions, activity ports, task queues, ids.
 *
 * Types and names only, safe for the workflow sandbox. The payload codec needs Node and therefore has a door of its
 * own, `@wuqing/workflow-contracts/data-converter`. Begin with `process-instance.ts`.
 */
export * from './activity-ports.js';
export * from './command-envelope.js';
export * from './process-instance.js';
export * from './service-answer.js';
export * from './task-queues.js';
