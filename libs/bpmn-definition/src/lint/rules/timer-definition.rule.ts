import { durationIn, isNegativeDuration, readTimer } from '@wuqing/bpmn-model';
import type { Json } from '@wuqing/kernel';
import { quoted } from '../../sentence.js';
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
import { constantValue } from '../constant-value.js';
import type { LintOptions, Rule } from '../rule.js';

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

/** A timer says exactly one of date, duration and cycle; a constant is ISO 8601, and one that a case can plan. */
export const timerDefinition: Rule = {
  name: 'timer-definition',
  check: (source, options) =>
    source.nodes
      .filter((node) => eventKindOf(node) === 'Timer')
      .flatMap((node) => {
        const message = reasonOf(source, node);
        if (message !== undefined) return [{ message, elementId: node.id }];
        const doubt = doubtOf(node, options);
        return doubt === undefined
          ? []
          : [{ message: doubt, elementId: node.id, severity: 'warning' as const }];
      }),
};

function reasonOf(source: SourceModel, node: SourceNode): string | undefined {
  const timers = timersOf(node);
  const [first] = timers;
  if (!first || first.text === '') return `定时事件${labelOf(node)}没有时间，请填写日期、时长或周期。`;
  if (timers.length > 1) return `定时事件${labelOf(node)}同时写了几种时间，请只留一种。`;
  if (first.timer === 'cycle' && !mayRepeat(source, node))
    return `${labelOf(node)}不能用周期，请改用时长或日期。`;
  if (first.timer === 'cycle' && tooShort.test(first.text))
    return `${labelOf(node)}的周期太短，至少要一秒，例如 R3/P1D。`;
  const [pattern, example] = patterns[first.timer];
  if (first.text.startsWith('=')) return undefined;
  if (readTimer(first.timer, first.text, ZONE)) return undefined;
  return pattern.test(first.text)
    ? unplannable(node, first, example)
    : `定时事件${labelOf(node)}的时间「${quoted(first.text)}」写法不对，例如 ${example}。`;
}

/** Where a text without offset is meant makes no difference to whether it can be planned. */
const ZONE = 'UTC';

/** An expression that is the same in every case and gives what none of them can plan; what has passed fires at once. */
function doubtOf(node: SourceNode, { expressions }: LintOptions): string | undefined {
  const [timer] = timersOf(node);
  const value = timer?.text.startsWith('=') ? constantValue(expressions, timer.text) : undefined;
  if (!timer || value === undefined || comes(timer, value)) return undefined;
  return unplannable(node, timer, patterns[timer.timer][1]);
}

function comes({ timer }: SourceTimer, value: Json): boolean {
  const said = typeof value === 'number' ? String(value) : value;
  if (typeof said !== 'string') return false;
  const duration = durationIn(timer, said);
  return (
    readTimer(timer, said, ZONE) !== undefined || (duration !== undefined && isNegativeDuration(duration))
  );
}

const unplannable = (node: SourceNode, { timer, text }: SourceTimer, example: string): string =>
  `定时事件${labelOf(node)}的时间「${quoted(text)}」不会到来：${reasons[timer]}。请改写，例如 ${example}。`;

const reasons: Readonly<Record<SourceTimer['timer'], string>> = {
  date: '历法上没有这一时刻，或不在 1000 年至 9999 年之间',
  duration: '超出可计的长度，或细于毫秒',
  cycle: '次数为零，或间隔超出可计的长度',
};

/** Cycles fire again: where a process starts, at boundary events and event sub-processes that do not interrupt. */
function mayRepeat(source: SourceModel, node: SourceNode): boolean {
  if (positionOf(source, node) === 'start') return true;
  if (isBoundary(node)) return node.element.cancelActivity === false;
  const scope = source.nodeById.get(node.scope);
  return scope !== undefined && isEventSubProcess(scope) && node.element.isInterrupting === false;
}
