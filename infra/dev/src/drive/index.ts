/**
 * The drive: the seed's people at work over HTTP, for tests, fault drills and the demonstration.
 *
 * It knows the API's contract and the seed's positions, and of a journey only what its file says. It must never touch
 * the database or Temporal: moving a case through time is handed in. Begin with `journey-driver.ts`.
 */
export * from './shown.js';
export * from './person.js';
export * from './people.js';
export * from './case-time.js';
export * from './journey-driver.js';
export { filledTask } from './filled-task.js';
