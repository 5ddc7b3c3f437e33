import { validateSubmission } from '@wuqing/forms';
import { required } from '@wuqing/kernel';
import { CaseWalker } from './case-walker.js';
import { compiledLibrary } from './compiled-library.js';
import { libraryJourneys } from './index.js';
import { submissionOf, walkedJourney } from './walked-journey.js';

const KEY = 'rectification';
const { process } = await compiledLibrary(KEY);
const journeys = libraryJourneys(KEY);
const submissions = journeys.flatMap(({ key, steps }) =>
  steps.flatMap((step) => ('submit' in step ? [[key, step.on, step.element, step] as const] : [])),
);

describe('the journeys of a rectification', () => {
  it('are four', () => expect(journeys.map(({ key }) => key)).toEqual(['R1', 'R2', 'R3', 'R4']));

  it.each(journeys.map((journey) => [journey.key, journey] as const))('%s keeps every date', (_, journey) =>
    expect(walkedJourney(process, journey).state.status).toBe('completed'),
  );

  it('try every guard of the process', () => {
    const guards = Object.values(process.nodes).flatMap((node) =>
      node.type === 'userTask' ? (node.guards ?? []).map(({ id }) => id) : [],
    );
    const tried = journeys.flatMap(({ steps }) => steps.flatMap((step) => step.expect?.refusedBy ?? []));
    expect([...new Set(tried)].sort()).toEqual([...guards].sort());
  });

  it('come to every end', () => {
    const ends = Object.values(process.nodes).filter(({ type }) => type === 'endEvent');
    const reached = journeys.flatMap(({ steps }) => steps.flatMap((step) => step.expect?.ends ?? []));
    expect([...new Set(reached)].sort()).toEqual(ends.map(({ id }) => id).sort());
  });

  it.each(submissions)('%s on %s: the form of %s takes what is submitted', (_key, _on, _element, step) => {
    const { form, filled } = submissionOf(process, step);
    expect(validateSubmission(form, filled)).toEqual({ ok: true, value: filled });
  });
});

describe('the register of rectifications', () => {
  const rowsAfter = (key: string) =>
    walkedJourney(
      process,
      required(
        journeys.find((one) => one.key === key),
        key,
      ),
    ).ledgers.rowsOf('rectifications');

  it('has a closed row where it was rectified', () =>
    expect(rowsAfter('R1')).toMatchObject([
      { version: 2, act: 'end', state: 'closed', endedFrom: '2026-08-28', data: { rounds: 0 } },
    ]));

  it('counts what was not enough, and says to which day it was put off', () =>
    expect(rowsAfter('R2')).toMatchObject([
      { version: 3, state: 'closed', data: { rounds: 1, dueOn: '2026-03-23' } },
    ]));

  it('ends with accountability at the third time', () =>
    expect(rowsAfter('R3')).toMatchObject([{ version: 4, state: 'accountability', data: { rounds: 2 } }]));
});

it('lets the notice be issued anew where its number is another one’s', () => {
  const [, , , first] = required(submissions[2], 'the notice of R1');
  const notice = submissionOf(process, first).filled;
  const { ledgers } = walkedJourney(process, required(journeys[0], 'R1'));
  const second = new CaseWalker(process, ledgers);
  second.goTo(first.on);
  second.start({ caseId: 'another' });
  expect(second.complete('issue-rectification', notice).ok).toBe(true);
  expect(second.open).toEqual(['issue-rectification']);
  expect(second.complete('issue-rectification', { ...notice, no: '另一个编号' }).ok).toBe(true);
  expect(second.open).toEqual(['do-rectification']);
});

it('is not rechecked by whoever issued it, did it, or answers for it', () => {
  const checks = process.nodes['recheck-rectification']?.extensions.find(({ name }) => name === 'checks');
  expect(checks?.attributes).toMatchObject({
    steps: 'issue-rectification do-rectification',
    named: 'issue-rectification/owner',
  });
});
