/**
 * The worker: an application context of NestJS, without HTTP.
 *
 * It hosts the Temporal workers, carries commands that have no outcome yet, fires service-level clocks that are due,
 * and delivers notifications. It decides nothing about processes. Begin with `worker.module.ts`.
 */
export { WorkerModule } from './worker.module.js';
export { readSettings, type WorkerSettings } from './settings.js';
