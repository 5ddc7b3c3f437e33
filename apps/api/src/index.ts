/**
 * The API: HTTP in, problems or views out; one command one handler, one list one query.
 *
 * A route without a mark (`@Public`, `@OwnOnly`, `@Action`) answers nobody; a handler that forgot to ask `access` is
 * stopped before its answer leaves. Every database access goes through `unitOfWork.run(actor, …)`, and Temporal is
 * called only after the command's row is committed. This room decides nothing about processes or law.
 * Begin with `create-api.ts`, then `user-tasks/complete-user-task.handler.ts`.
 */
export * from './create-api.js';
export * from './settings.js';
export { Connections } from './platform/connections.js';
