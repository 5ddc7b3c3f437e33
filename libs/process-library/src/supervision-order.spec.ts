import { validateSubmission } from '@wuqing/forms';
import { required } from '@wuqing/kernel';
import { compiledLibrary } from './compiled-library.js';
import { filledForm } from './filled-form.js';
import { libraryJourneys, libraryProcesses } from './index.js';
import { walkedJourney } from './walked-journey.js';

const KEY = 'supervision-order';
const { process } = await compiledLibrary(KEY);
const { forms } = required(
  libraryProcesses().find(({ key }) => key === KEY),
  KEY,
);
const journeys = libraryJourneys(KEY);

describe('the journeys of a supervision order', () => {
  it('are three', () => expect(journeys.map(({ key }) => key)).toEqual(['S1', 'S2', 'S3']));

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

  const submissions = journeys.flatMap(({ key, steps }) =>
    steps.flatMap((step) => ('submit' in step ? [[key, step.on, step.element, step] as const] : [])),
  );

  it.each(submissions)('%s on %s: the form of %s takes what is submitted', (_key, _on, element, step) => {
    const form = required(
      forms.find(({ key }) => key === element),
      `form of ${element}`,
    );
    const filled = filledForm(form, step, null);
    expect(validateSubmission(form, filled)).toEqual({ ok: true, value: filled });
  });
});

it('tells who has to sign as soon as it is there', () => {
  const level = process.nodes['sign-order']?.extensions.find(({ name }) => name === 'serviceLevel');
  expect(level?.attributes['tell']).toBe('handler');
});

describe('who may not review', () => {
  const checks = (element: string): string =>
    process.nodes[element]?.extensions.find(({ name }) => name === 'checks')?.attributes['steps'] ?? '';

  it.each([
    ['review-feedback', 'issue-order sign-order give-feedback'],
    ['decide-extension', 'give-feedback'],
    ['decide-third-return', 'issue-order give-feedback review-feedback'],
  ])('%s: whoever did %s', (element, steps) => expect(checks(element)).toBe(steps));
});
