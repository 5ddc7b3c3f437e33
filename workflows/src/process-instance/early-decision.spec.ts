import { initialState, type Rejection } from '@wuqing/bpmn-engine';
import { instant, ok, type Result } from '@wuqing/kernel';
import type { Decision } from './decide.js';
import { EarlyDecision, type Premise } from './early-decision.js';

const premise: Premise = { commandId: 'one', position: 3, now: instant(1_000) };
const decision: Result<Decision, Rejection> = ok({
  events: [],
  effects: [],
  answers: [],
  state: initialState(),
});

describe('an early decision', () => {
  let early: EarlyDecision;

  beforeEach(() => {
    early = new EarlyDecision();
    early.keep(premise, decision);
  });

  it('is taken over where nothing has happened since', () =>
    expect(early.take({ ...premise })).toBe(decision));

  it('is taken over once', () => {
    early.take(premise);
    expect(early.take(premise)).toBeUndefined();
  });

  it.each<[string, Partial<Premise>]>([
    ['for another command', { commandId: 'other' }],
    ['where another entry came first', { position: 4 }],
    ['at another moment', { now: instant(1_001) }],
  ])('is not taken over %s, nor after that', (_what, other) => {
    expect(early.take({ ...premise, ...other })).toBeUndefined();
    expect(early.take(premise)).toBeUndefined();
  });

  it('is not taken over after what it was decided on has changed', () => {
    early.forget();
    expect(early.take(premise)).toBeUndefined();
  });
});
