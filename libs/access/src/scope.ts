import type { Action } from './action.js';

interface ScopeDescription {
  /** For whoever gives it. */
  readonly title: string;
  readonly actions: readonly Action[];
}

const letting = (title: string, ...actions: Action[]): ScopeDescription => ({ title, actions });

/** Everything that another system can be let do by its token. What no scope names, no token ever does. */
export const scopes = {
  'cases.read': letting('查看事项和时限', 'case.read', 'user-task.read', 'deadline.read'),
  'figures.read': letting('查看督办台的数字', 'supervision.read'),
  'messages.send': letting('提交流程消息', 'message.publish'),
} as const satisfies Record<string, ScopeDescription>;

export type Scope = keyof typeof scopes;

export const allScopes = Object.keys(scopes) as Scope[];

export const isScope = (value: unknown): value is Scope =>
  typeof value === 'string' && Object.hasOwn(scopes, value);

/** Whether one of these scopes names the action. */
export const isInScope = (given: readonly Scope[], action: Action): boolean =>
  given.some((scope) => (scopes[scope].actions as readonly Action[]).includes(action));
