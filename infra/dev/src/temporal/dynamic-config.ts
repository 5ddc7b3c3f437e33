export interface DynamicConfigChoice {
  /** Lets a case's clock be put forward. Only for tests, demo and training: never where real terms run. */
  readonly timeSkipping: boolean;
}

/** The server's dynamic configuration (YAML): one task-queue partition, which suits one machine. */
export function dynamicConfig({ timeSkipping }: DynamicConfigChoice): string {
  const settings: Record<string, number | boolean> = {
    'matching.numTaskqueueReadPartitions': 1,
    'matching.numTaskqueueWritePartitions': 1,
    'frontend.WorkflowTimeSkippingEnabled': timeSkipping,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}:\n  - value: ${value}\n`)
    .join('');
}
