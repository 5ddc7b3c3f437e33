import { validateSubmission } from '@wuqing/forms';
import { required, type JsonObject } from '@wuqing/kernel';
import type { CaseWalker } from './case-walker.js';
import { complaintBars } from './complaint-bars.js';
import { compiledLibrary } from './compiled-library.js';
import { libraryJourneys, type Journey, type JourneyStep, type JourneySubmission } from './index.js';
import { submissionOf, walkedJourney } from './walked-journey.js';

const { process } = await compiledLibrary('complaint');
const called = { rectification: (await compiledLibrary('rectification')).process };
const journeys = libraryJourneys('complaint');
const guards = Object.values(process.nodes).flatMap((node) =>
  node.type === 'userTask' ? (node.guards ?? []).map((guard) => ({ element: node.id, ...guard })) : [],
);
const submissions = journeys.flatMap(({ key, steps }) =>
  steps.flatMap((step) => ('submit' in step ? [[key, step.on, step.element, step] as const] : [])),
);
const tried = submissions.flatMap(([, , element, { expect: expected }]) =>
  expected?.refusedBy === undefined ? [] : [`${element} ${expected.refusedBy}`],
);
const journeyOf = (key: string): Journey =>
  required(
    journeys.find((one) => one.key === key),
    key,
  );
const isCaseEnd = (end: string): boolean => process.nodes[end]?.scope === process.key;

describe('the journeys of a complaint', () => {
  it.each(journeys.map((journey) => [journey.key, journey.title, journey] as const))(
    '%s %s: keeps every date',
    (_key, _title, journey) => {
      const last = journey.steps.at(-1)?.expect?.ends;
      const { state } = walkedJourney(process, journey, called);
      expect(state.status).toBe(last !== undefined && isCaseEnd(last) ? 'completed' : 'running');
    },
  );

  it.each(submissions)('%s on %s: the form of %s takes what is submitted', (_key, _on, _element, step) => {
    const { form, filled } = submissionOf(process, step, called);
    expect(validateSubmission(form, filled)).toEqual({ ok: true, value: filled });
  });

  it('try every guard but one, which no road leads into', () =>
    expect(guards.map(({ element, id }) => `${element} ${id}`).filter((one) => !tried.includes(one))).toEqual(
      ['draft-opinion bar-14'],
    ));

  it('come to every end of the case', () => {
    const ends = Object.values(process.nodes).flatMap(({ type, id }) =>
      type === 'endEvent' && isCaseEnd(id) ? [id] : [],
    );
    const reached = journeys.flatMap(({ steps }) => steps.flatMap((step) => step.expect?.ends ?? []));
    expect([...new Set(reached)].filter(isCaseEnd).sort()).toEqual(ends.sort());
  });
});

describe('the bars of sheet 2', () => {
  it.each(complaintBars.map((sentence, index) => [index + 1, sentence] as const))(
    'bar %i: %s',
    (number, sentence) => {
      const own = guards.filter(({ id }) => new RegExp(`^bar-${number}(-|$)`).test(id));
      expect(own.length).toBeGreaterThan(0);
      for (const { message } of own) expect(message).toBe(sentence);
    },
  );

  it('are all there is of that name', () =>
    expect(guards.filter(({ id, message }) => /^bar-/.test(id) && !complaintBars.includes(message))).toEqual(
      [],
    ));

  it('change nothing where they refuse', () => {
    for (const [key, , element, step] of submissions.filter(([, , , one]) => one.expect?.refusedBy)) {
      const walker = walkedJourney(process, journeyOf(key), called, (one: JourneyStep) => one === step);
      const before = JSON.stringify(walker.state);
      const { filled } = submissionOf(process, step, called);
      expect(walker.complete(element, filled)).toMatchObject({
        ok: false,
        error: { guard: step.expect?.refusedBy, elementId: element },
      });
      expect(JSON.stringify(walker.state)).toBe(before);
    }
  });

  it('bar 14 holds where an office’s part was taken out or has said nothing', () => {
    const isOpinion = (step: JourneyStep): step is JourneySubmission =>
      'submit' in step && step.element === 'draft-opinion' && step.expect?.refusedBy === undefined;
    const journey = journeyOf('B16');
    const { filled } = submissionOf(process, required(journey.steps.find(isOpinion), 'an opinion'), called);
    const refusalWith = (reports: JsonObject['x']): unknown => {
      const walker: CaseWalker = walkedJourney(process, journey, called, isOpinion);
      walker.override({ reports });
      const answer = walker.complete('draft-opinion', filled);
      return answer.ok ? undefined : answer.error.guard;
    };
    expect(refusalWith(['民政科', '经管站'])).toBe('bar-14');
    expect(refusalWith(['民政科', null, '派出所'])).toBe('bar-14');
    expect(refusalWith(['民政科', '经管站', '派出所'])).toBeUndefined();
  });
});

describe('who may not', () => {
  it('a circular is approved by another than its author', () => {
    const checks = process.nodes['approve-circular']?.extensions.find(({ name }) => name === 'checks');
    expect(checks?.attributes['steps']).toBe('decide-circular');
  });

  it('names, contact and agents are for the need-to-know list alone', () => {
    const { form } = submissionOf(process, required(submissions[0], 'a registration')[3]);
    const fields = form.schema['properties'] as Readonly<Record<string, JsonObject>>;
    for (const field of ['names', 'contact', 'agents']) expect(fields[field]?.['x-reader']).toBe('N');
    expect(process.reads).not.toEqual(
      expect.arrayContaining(['names', 'contact', 'agents', 'request', 'facts']),
    );
  });
});

describe('the clocks of the case', () => {
  const clocksOf = (name: string): string[] =>
    Object.values(process.nodes)
      .filter(({ extensions }) => extensions.some(({ attributes }) => attributes['clock'] === name))
      .map(({ id }) => id)
      .sort();

  it.each([
    [
      'fifteen-days',
      [
        'check-duplicate',
        'classify-complaint',
        'forward-complaint',
        'hand-over-discipline',
        'inform-legal-road',
        'transfer-legal',
      ],
    ],
    ['sixty-days', ['draft-opinion', 'investigate', 'mediate-petition', 'plan-joint']],
  ])('%s goes on from step to step', (name, steps) => expect(clocksOf(name)).toEqual(steps));

  const movedBefore = (element: string, day: string): unknown => {
    const isAt = (step: JourneyStep): boolean =>
      'submit' in step && step.element === element && step.on === day;
    return walkedJourney(process, journeyOf('B2'), called, isAt).variable('movedTo');
  };

  it.each([
    ['draft-opinion', '2026-05-28', '2026-06-01', 'ninety days from acceptance'],
    ['track-recheck', '2026-09-04', '2026-09-07', 'thirty days and three of hearing'],
  ])('%s on %s: B2 has until %s, %s', (element, day, until) => expect(movedBefore(element, day)).toBe(until));
});
