import { err, type Err, type Result } from '@wuqing/kernel';
import type { Command } from '../command.js';
import { evolve } from '../evolve/evolve.js';
import type { Rejection } from '../rejection.js';
import type { Step } from '../step.js';
import type { View } from '../view.js';

/** The first steps of a command's turn, or why it is refused. Except for the start it meets a running instance only. */
export type CommandHandler<T extends Command['type']> = (
  view: View,
  command: Extract<Command, { type: T }>,
) => Result<Step[], Rejection>;

/** What is seen once the facts of these steps have happened. */
export const after = (view: View, steps: readonly Step[]): View => ({
  ...view,
  state: steps.reduce((state, step) => ('event' in step ? evolve(state, step.event) : state), view.state),
});

export const reject = (rejection: Rejection): Err<Rejection> => err(rejection);

/** The variables that a command brings would not fit. */
export const tooManyVariables = (elementId?: string): Err<Rejection> =>
  reject({
    code: 'too-large',
    message: '提交的流程变量超出容量上限（32 KB），请精简后重新提交。',
    ...(elementId && { elementId }),
  });
