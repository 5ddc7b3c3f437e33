import { inMilliseconds, isNegativeDuration } from '@wuqing/bpmn-model';
import { hasFlag } from '../context.js';
import type { View } from '../view.js';

/** Of an instance older than `overdue-fires-at-once` neither what has passed nor what says nanoseconds can be planned. */
const isKnown = ({ context }: View): boolean => hasFlag(context, 'overdue-fires-at-once');

/** Whether the duration is one to a moment that has passed. */
export const hasPassed = (view: View, duration: string | undefined): boolean =>
  duration !== undefined && isKnown(view) && isNegativeDuration(duration);

/** The text of a timer or a duration as a clock can count it. */
export const countable = (view: View, text: string): string => (isKnown(view) ? inMilliseconds(text) : text);
