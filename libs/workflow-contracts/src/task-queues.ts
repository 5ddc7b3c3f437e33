/** Every process instance; the bundle's only export is the default workflow. */
export const PROCESS_TASK_QUEUE = 'process';
/** Regular activities. */
export const HANDS_TASK_QUEUE = 'hands';

const SERVICE_PREFIX = 'service-';

export const serviceTaskQueue = (town: string): string => `${SERVICE_PREFIX}${town}`;

/**
 * Id of the activity behind one service task. It begins with the task queue, because an activity's id is what the
 * payload codec is told of it: by it the codec takes the key of that queue.
 */
export const serviceActivityId = (town: string, serviceTask: string): string =>
  `${serviceTaskQueue(town)}:${serviceTask}`;

/** The town whose queue an activity id names; undefined for every other activity. */
export function townOfActivityId(activityId: string): string | undefined {
  const end = activityId.indexOf(':');
  return activityId.startsWith(SERVICE_PREFIX) && end > 0
    ? activityId.slice(SERVICE_PREFIX.length, end)
    : undefined;
}

export const workflowIdOf = (caseId: string): string => `case-${caseId}`;
