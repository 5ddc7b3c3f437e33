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
  },
  invalid: {
    nothing: [waiting('<bpmn:timerEventDefinition/>'), ['c', '没有时间']],
    'an empty time': [waiting(timer('Duration', ' ')), ['c', '没有时间']],
    'words for a duration': [waiting(timer('Duration', '5 天')), ['c', '「5 天」写法不对,例如 P5D']],
    'an empty duration': [waiting(timer('Duration', 'P')), ['c', '写法不对']],
    'words for a date': [waiting(timer('Date', '明天')), ['c', '例如 2026-08-24T09:00:00']],
    'a cycle that waits': [waiting(timer('Cycle', 'R3/P1D')), ['c', '不能用周期']],
    'a cycle that interrupts': [boundary(timer('Cycle', 'R3/P1D'), true), ['c', '不能用周期']],
    'a cycle of a millisecond': [boundary(timer('Cycle', 'R/PT0H0.001S'), false), ['c', '周期太短']],
    'a cycle without length': [boundary(timer('Cycle', 'R/P0D'), false), ['c', '周期太短']],
    'a cycle without times': [boundary(timer('Cycle', 'P1D'), false), ['c', '例如 R3/P1D']],
  },
});
