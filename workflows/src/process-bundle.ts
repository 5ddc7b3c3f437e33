/** The bundle of task queue `process`: its only export is the default workflow, so a process key hits nothing else. */
export { processInstance as default } from './process-instance/process-instance.workflow.js';
