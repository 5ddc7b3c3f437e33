/** Every process instance; the bundle's only export is the default workflow. */
export const PROCESS_TASK_QUEUE = 'process';
/** Regular activities. */
export const HANDS_TASK_QUEUE = 'hands';

export const serviceTaskQueue = (town: string): string => `service-${town}`;

export const workflowIdOf = (caseId: string): string => `case-${caseId}`;
