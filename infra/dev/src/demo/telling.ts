import type { JourneyStep } from '@wuqing/process-library';
import type { StepOutcome } from '../drive/journey-driver.js';
import type { AlertShown, NoticeDetailShown, TimelineItemShown } from '../drive/shown.js';
import { dayOf } from '../drive/case-time.js';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** What the engine does for itself between two people. */
const UNTOLD = new Set(['service', 'claimed', 'released']);

/** Lines that say what a person did; the others say what it led to. */
const WITH_NAME = new Set(['started', 'completed', 'message', 'returned']);

/** 「2026-08-24 周一」. */
const dayWords = (day: string): string => `${day} 周${WEEKDAYS[new Date(day).getUTCDay()]}`;

export const chapter = (title: string): string => `\n━━ ${title} ━━`;

/** Who did what on which day, and what it led to. */
export function stepLines(
  step: Pick<JourneyStep, 'on' | 'note'> & { readonly as?: string },
  outcome: StepOutcome,
): string[] {
  const { task, refusal, lines } = outcome;
  const head = `\n${dayWords(step.on)}  ${doerOf(step.as, outcome)}${task ? `  「${task.name}」` : ''}`;
  return [
    `${head}${step.note ? `  （${step.note}）` : ''}`,
    ...(refusal ? [`    ✗ 不予受理：${refusal.sentence}`] : []),
    ...lines.filter(({ kind }) => !UNTOLD.has(kind)).map((line) => `    ${lineOf(line, step.on)}`),
  ];
}

function doerOf(reference: string | undefined, { actor }: StepOutcome): string {
  if (!actor) return '等待';
  const { positions, person } = actor.me;
  const held = positions.find(({ key }) => key === reference?.split('@')[0]);
  return `${held ? `${held.unitName}${held.title} ` : ''}${person.name}`;
}

/** A line of the day itself goes without its date. */
const lineOf = (line: TimelineItemShown, today: string): string =>
  `${signOf(line)} ${line.on === today ? '' : `${line.on} `}${line.text}${detailOf(line)}`;

const detailOf = ({ detail }: TimelineItemShown): string => (detail ? `，${detail}` : '');

/** What was done too late stays marked. */
const signOf = ({ kind, detail }: TimelineItemShown): string =>
  kind === 'completed' && detail?.startsWith('超期') ? '✓!' : (signs[kind] ?? '·');

const signs: Readonly<Record<string, string>> = {
  completed: '✓',
  opened: '→',
  timer: '⏱',
  alert: '!',
  notice: '▤',
  ended: '■',
};

export const timelineLines = (items: readonly TimelineItemShown[]): string[] =>
  items
    .filter(({ kind }) => !UNTOLD.has(kind))
    .map((line) => {
      const who = line.actor && WITH_NAME.has(line.kind) ? `（${line.actor.name}）` : '';
      return `${dayWords(line.on)}  ${signOf(line)} ${line.text}${who}${detailOf(line)}`;
    });

export const alertLine = (reader: string, { at, text }: AlertShown): string =>
  `    ! ${dayWords(dayOf(at))}  ${reader} 收到：${text}`;

export const noticeLines = ({ title, village, from, to, fields }: NoticeDetailShown): string[] => [
  `▤ ${village}「${title}」 ${from ?? ''} 至 ${to ?? ''}`,
  ...fields.map((field) => `    ${field.title}：${String(field.value)}`),
];
