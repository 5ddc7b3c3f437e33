import { timerDefinition } from './timer-definition.rule.js';
import { node, testRule } from '../drawing.fixture.js';

const timer = (kind: string, text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:time${kind}>${text}</bpmn:time${kind}></bpmn:timerEventDefinition>`;
const waiting = (definition: string): string => node('intermediateCatchEvent', 'c', '', definition);
const boundary = (definition: string, cancels: boolean): string =>
  node('boundaryEvent', 'c', '', definition, `cancelActivity="${cancels}"`);

testRule(timerDefinition, {
  valid: {
    'a duration': waiting(timer('Duration', 'P1DT2H')),
    'a date': waiting(timer('Date', '2026-08-24T09:00:00+08:00')),
    'an expression': waiting(timer('Date', '= notice end(from, 7)')),
    'a repeated reminder': boundary(timer('Cycle', 'R3/P1D'), false),
    'every second': boundary(timer('Cycle', 'R/PT0M1S'), false),
    'without end': boundary(timer('Cycle', 'R/PT1H'), false),
    'a leap day': waiting(timer('Date', '2028-02-29')),
    'a moment that has passed': waiting(timer('Date', '2001-01-01T00:00Z')),
    'the end of a day': waiting(timer('Date', '2026-09-01T24:00')),
    'no time at all': waiting(timer('Duration', 'PT0S')),
    'the longest that is counted': waiting(timer('Duration', 'P9999Y99999DT999999H')),
    'an expression that is a day': waiting(timer('Date', '= date("2026-02-28")')),
    'an expression that has passed': waiting(timer('Duration', '= duration("-PT1H")')),
    'one of now': waiting(timer('Duration', '= date and time(dueAt) - now()')),
    'a cycle that is computed': boundary(timer('Cycle', '= "R3/" + term'), false),
  },
  invalid: {
    nothing: [waiting('<bpmn:timerEventDefinition/>'), ['c', '没有时间']],
    'an empty time': [waiting(timer('Duration', ' ')), ['c', '没有时间']],
    'words for a duration': [waiting(timer('Duration', '5 天')), ['c', '「5 天」写法不对，例如 P5D']],
    'an empty duration': [waiting(timer('Duration', 'P')), ['c', '写法不对']],
    'words for a date': [waiting(timer('Date', '明天')), ['c', '例如 2026-08-24T09:00:00']],
    'a cycle that waits': [waiting(timer('Cycle', 'R3/P1D')), ['c', '不能用周期']],
    'a cycle that interrupts': [boundary(timer('Cycle', 'R3/P1D'), true), ['c', '不能用周期']],
    'a cycle of a millisecond': [boundary(timer('Cycle', 'R/PT0H0.001S'), false), ['c', '周期太短']],
    'a cycle without length': [boundary(timer('Cycle', 'R/P0D'), false), ['c', '周期太短']],
    ...Object.fromEntries(
      [
        ['Date', '2026-02-30'],
        ['Date', '2026-02-30T09:00:00+08:00'],
        ['Date', '2026-02-29'],
        ['Date', '2024-04-31'],
        ['Date', '2026-13-01'],
        ['Date', '2026-00-01'],
        ['Date', '2026-01-00'],
        ['Date', '2026-09-01T25:00'],
        ['Date', '2026-09-01T09:61'],
        ['Date', '2026-09-01T09:00:61'],
        ['Date', '2026-09-01T09:00:00+25:00'],
        ['Date', '0026-01-01'],
        ['Duration', 'P100000D'],
        ['Duration', 'P20000Y'],
        ['Duration', 'PT1.1234S'],
        ['Duration', 'PT9999999H'],
      ].map(([kind, text]) => [
        `${kind} ${text}`,
        [waiting(timer(kind!, text!)), ['c', `「${text!.replace('+', '.')}」不会到来：.*例如 `]],
      ]),
    ),
    ...Object.fromEntries(
      ['R0/P1D', 'R00/P1D', 'R3/P100000D', 'R/P20000Y'].map((text) => [
        `a cycle ${text}`,
        [boundary(timer('Cycle', text), false), ['c', `「${text}」不会到来：.*例如 R3/P1D`]],
      ]),
    ),
    'a negative duration': [waiting(timer('Duration', '-PT1H')), ['c', '「-PT1H」写法不对']],
    'a negative cycle': [boundary(timer('Cycle', 'R3/-P1D'), false), ['c', '写法不对']],
    'an expression that is no day': [
      waiting(timer('Date', '= date("2026-02-30")')),
      ['c', 'warning: .*不会到来'],
    ],
    'an expression that says one that is none': [
      waiting(timer('Date', '= "2026-02-30"')),
      ['c', 'warning: .*不会到来'],
    ],
    'an expression that cannot be counted': [
      waiting(timer('Duration', '= "P100000D"')),
      ['c', 'warning: .*不会到来'],
    ],
    'an expression that is a number': [waiting(timer('Duration', '= 5')), ['c', 'warning: .*不会到来']],
    'a day where a process starts': [
      node('startEvent', 'c', '', timer('Date', '2026-02-30')),
      ['c', '不会到来'],
    ],
    'a cycle that starts a process not once': [
      node('startEvent', 'c', '', timer('Cycle', 'R0/P1D')),
      ['c', '不会到来'],
    ],
    'a cycle without times': [boundary(timer('Cycle', 'P1D'), false), ['c', '例如 R3/P1D']],
  },
});
