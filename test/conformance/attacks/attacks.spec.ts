import { jest } from '@jest/globals';
import type { Compiled } from '@wuqing/bpmn-definition';
import { DefinitionReader, readingLimits } from '@wuqing/publication';
import { attacks, isExpected } from './attacks.mjs';
import { runCase } from './run-case.mjs';
import { runDecision } from './run-decision.mjs';

jest.setTimeout(120_000); // a busy machine is no attack

/** The answers, without a clock: `npm run attacks` measures. What only time refuses is left to it. */
const reader = new DefinitionReader({ ...readingLimits, readingMsMax: 100_000 });
afterAll(() => reader.close());

const door = {
  read: (file: string | Uint8Array) => reader.read(file),
  run: (process: Compiled['process']) => Promise.resolve(runCase(process)),
  decide: (decisions: string) => runDecision(decisions),
};

describe('attacks', () => {
  it.each(attacks.map((attack) => [attack.name, attack] as const))('%s', async (_name, attack) => {
    const answer = await attack.ask(door);
    expect(isExpected(answer, attack.expected) ? attack.expected : answer).toBe(attack.expected);
  });
});
