import { validateSubmission } from '@wuqing/forms';
import { required, type JsonObject } from '@wuqing/kernel';
import { compiledLibrary } from './compiled-library.js';
import { libraryJourneys, libraryProcesses } from './index.js';
import { submissionOf, walkedBefore, walkedJourney } from './walked-journey.js';

const KEY = 'dual-check';
const { process } = await compiledLibrary(KEY);
const { forms } = required(
  libraryProcesses().find(({ key }) => key === KEY),
  KEY,
);
const journeys = libraryJourneys(KEY);
const journeyOf = (key: string) =>
  required(
    journeys.find((journey) => journey.key === key),
    key,
  );
const formOf = (key: string) =>
  required(
    forms.find((form) => form.key === key),
    `form of ${key}`,
  );
const nodes = Object.values(process.nodes);

describe('the journeys of sheet 3', () => {
  it.each(journeys.map((journey) => [journey.key, journey] as const))('%s keeps every date', (_, journey) =>
    expect(walkedJourney(process, journey).state.status).toBe('completed'),
  );

  it('come to every step and every end', () => {
    const steps = nodes.filter(({ type }) => type === 'userTask').map(({ id }) => id);
    const done = journeys.flatMap((journey) =>
      journey.steps.flatMap((step) => ('element' in step ? [step.element] : [])),
    );
    expect(steps.filter((id) => !done.includes(id))).toEqual([]);
    const ends = journeys.flatMap((journey) => [...walkedJourney(process, journey).endedAt]);
    expect(nodes.filter(({ id, type }) => type === 'endEvent' && !ends.includes(id))).toEqual([]);
  });

  const submissions = journeys.flatMap(({ key, steps }) =>
    steps.flatMap((step) => ('submit' in step ? [[key, step.on, step.element, step] as const] : [])),
  );

  it.each(submissions)('%s on %s: the form of %s takes what is submitted', (_key, _on, element, step) => {
    const { filled } = submissionOf(process, step);
    expect(validateSubmission(formOf(element), filled)).toEqual({ ok: true, value: filled });
  });
});

describe('the finding of the whole', () => {
  it.each([
    [['属实', '属实'], '属实'],
    [['属实', '失实'], '部分属实'],
    [['属实', '不能排除'], '部分属实'],
    [['部分属实', '部分属实'], '部分属实'],
    [['部分属实', '失实'], '部分属实'],
    [['不能排除', '失实'], '不能排除'],
    [['失实', '不能排除'], '不能排除'],
    [['不能排除', '不能排除'], '不能排除'],
    [['失实', '失实'], '失实'],
  ])('%j: %s', (each, overall) => {
    const [walker, submission] = walkedBefore(process, journeyOf('C3'), 'conclude-finding');
    walker.outcome();
    const findings = each.map((finding, at) => ({ no: at + 1, finding }));
    expect(walker.complete('conclude-finding', { ...submission, findings }).ok).toBe(true);
    expect(walker.variable('overall')).toBe(overall);
    const opened = Object.keys(walker.outcome().opens);
    expect(opened.includes('judge-motive')).toBe(overall === '失实');
    expect(opened.includes('assess-clearance')).toBe(overall === '失实');
  });
});

describe('a report about an official managed above', () => {
  it('leaves days and choices: no text, no file, no person', () => {
    for (const key of ['screen-level', 'send-up']) {
      const fields = Object.values(formOf(key).schema['properties'] as Record<string, JsonObject>);
      expect(fields.filter(({ type, format, enum: of }) => type !== 'string' || !(format ?? of))).toEqual([]);
    }
  });

  it('comes to nothing else', () => {
    const [walker, submission] = walkedBefore(process, journeyOf('C4'), 'send-up');
    expect(walker.open).toEqual(['send-up']);
    expect(walker.complete('send-up', submission).ok).toBe(true);
    expect(walker.state.status).toBe('completed');
  });
});

describe('who may know', () => {
  it('is said of the case, and of every field', () => {
    const level = process.extensions.find(({ name }) => name === 'confidential')?.attributes['level'];
    const readers = forms.flatMap(({ schema }) => JSON.stringify(schema).match(/"x-reader":"."/g));
    expect(new Set(readers)).toEqual(new Set([`"x-reader":"${level}"`]));
  });

  it('is nobody of a village', () => {
    const groups = nodes.flatMap((node) =>
      node.type === 'userTask' ? [JSON.stringify(node.assignment.candidateGroups?.ast)] : [],
    );
    expect(groups.length).toBeGreaterThan(20);
    expect(groups.filter((text) => /village|supervision|collective/.test(text))).toEqual([]);
  });

  it('is never the engine, of the reporter and of what he reports', () => {
    for (const name of ['reporter', 'contact', 'allegations', 'record', 'basis', 'opinion'])
      expect(process.reads).not.toContain(name);
  });
});
