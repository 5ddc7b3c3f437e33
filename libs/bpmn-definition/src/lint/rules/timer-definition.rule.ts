import { positionOf } from '../../source/executed-events.js';
import {
  eventKindOf,
  isBoundary,
  isEventSubProcess,
  labelOf,
  timersOf,
  type SourceTimer,
} from '../../source/look-up.js';
import type { SourceModel, SourceNode } from '../../source/source-model.js';
import type { Rule } from '../rule.js';

const duration = String.raw`P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?`;
const patterns: Readonly<Record<SourceTimer['timer'], readonly [pattern: RegExp, example: string]>> = {
  date: [
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/,
    '2026-08-24T09:00:00+08:00',
  ],
  duration: [new RegExp(`^${duration}$`), 'P5D'],
  cycle: [new RegExp(`^R\\d{0,4}/${duration}$`), 'R3/P1D'],
};

/** A cycle shorter than a second: the engine refuses the computed ones. */
const tooShort = /^R\d*\/P(?:0+[YMWD])*(?:T(?:0+[HM])*(?:0+(?:\.\d+)?S)?)?$/;

/** A timer says exactly one of date, duration and cycle; a constant is ISO 8601. */
export const timerDefinition: Rule = {
  name: 'timer-definition',
  check: (source) =>
    source.nodes
      .filter((node) => eventKindOf(node) === 'Timer')
      .flatMap((node) => {
        const message = reasonOf(source, node);
        return message === undefined ? [] : [{ message, elementId: node.id }];
      }),
};

function reasonOf(source: SourceModel, node: SourceNode): string | undefined {
  const timers = timersOf(node);
  const [first] = timers;
  if (!first || first.text === '') return `定时事件${labelOf(node)}没有时间,请填写日期、时长或周期。`;
  if (timers.length > 1) return `定时事件${labelOf(node)}同时写了几种时间,请只留一种。`;
  if (first.timer === 'cycle' && !mayRepeat(source, node))
    return `${labelOf(node)}不能用周期,请改用时长或日期。`;
  if (first.timer === 'cycle' && tooShort.test(first.text))
    return `${labelOf(node)}的周期太短,至少要一秒,例如 R3/P1D。`;
  const [pattern, example] = patterns[first.timer];
  if (first.text.startsWith('=') || pattern.test(first.text)) return undefined;
  return `定时事件${labelOf(node)}的时间「${first.text}」写法不对,例如 ${example}。`;
}

/** Cycles fire again: where a process starts, at boundary events and event sub-processes that do not interrupt. */
function mayRepeat(source: SourceModel, node: SourceNode): boolean {
  if (positionOf(source, node) === 'start') return true;
  if (isBoundary(node)) return node.element.cancelActivity === false;
  const scope = source.nodeById.get(node.scope);
  return scope !== undefined && isEventSubProcess(scope) && node.element.isInterrupting === false;
}
