/**
 * The deterministic shell: one Temporal workflow per case.
 *
 * It orders the case's commands, owns its timers, retries and service tasks, and never forgets to go on. It decides
 * nothing itself (the engine does) and believes nothing itself (the journal says what happened). No Node API, no
 * clock but the workflow's, no FEEL parser. Begin with `process-instance/process-instance.workflow.ts`.
 */
export { decide } from './process-instance/decide.js';
export { nearestTimer } from './process-instance/nearest-timer.js';
