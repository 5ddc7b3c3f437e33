import type { PaperTemplate, StepTemplate } from '../notification.js';

/**
 * When a message leaves: `red` at once, whatever the hour; `direct`, what an office has sent by hand, at once but never in
 * quiet hours; `rest` in the digest of the day.
 */
export type Urgency = 'red' | 'direct' | 'rest';

const urgencies = {
  'service-level-opened': 'rest',
  'service-level-warn': 'rest',
  'service-level-due': 'red',
  'service-level-rung': 'red',
  'service-level-outside': 'red',
  urged: 'direct',
  'handed-over': 'direct',
  'slip-sent': 'direct',
  'ledger-edit-waits': 'direct',
  'letter-issued': 'direct',
} as const satisfies Record<StepTemplate | PaperTemplate, Urgency>;

/** Undefined for a template that nobody knows. */
export const urgencyOf = (template: string): Urgency | undefined =>
  Object.hasOwn(urgencies, template) ? urgencies[template as keyof typeof urgencies] : undefined;
