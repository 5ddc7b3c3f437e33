import { checkRoll, countRoll, type RollRecord } from '@wuqing/deliberation';
import { validateSubmission } from '@wuqing/forms';
import { required } from '@wuqing/kernel';
import { planDeadlines, readServiceLevel } from '@wuqing/service-level';
import { localDateOf, parseLocalDate } from '@wuqing/working-calendar';
import { calendar, CaseWalker, type Outcome } from './case-walker.js';
import { compiledLibrary } from './compiled-library.js';
import { filledForm } from './filled-form.js';
import { countsOfMeeting, type JourneyMeeting, type SeatedPeople } from './journey-meeting.js';
import { toldBy } from './walk-to.js';
import {
  libraryJourneys,
  libraryProcesses,
  type Journey,
  type JourneyExpectation,
  type JourneyStep,
  type LibraryForm,
} from './index.js';

const { process } = await compiledLibrary('major-matter');
const forms = required(
  libraryProcesses().find(({ key }) => key === 'major-matter'),
  'major-matter',
).forms;
const journeys = libraryJourneys('major-matter');

function act(walker: CaseWalker, step: JourneyStep) {
  if ('wait' in step) return undefined;
  return 'message' in step
    ? walker.correlate(step.message, step.variables)
    : walker.complete(step.element, toldBy(step));
}

function expectOutcome(outcome: Outcome, expected: JourneyExpectation = {}): void {
  if (expected.opens) expect(outcome.opens).toEqual(expected.opens);
  if (expected.timers) expect(outcome.timers).toEqual(expected.timers);
  if (expected.cancels) expect([...outcome.cancels].sort()).toEqual([...expected.cancels].sort());
  if (expected.ends) expect(outcome.ended).toContain(expected.ends);
}

/** Breach and rungs of a task's ladder, as days. */
function rungDays(element: string, dueOn: string): string[] {
  const node = required(process.nodes[element], element);
  const policy = readServiceLevel(
    required(
      node.extensions.find(({ name }) => name === 'serviceLevel'),
      'a service level',
    ),
  );
  if (!policy.ok) throw new Error(policy.error);
  const day = required(parseLocalDate(dueOn), dueOn);
  const { instants } = planDeadlines({ ...policy.value, term: null, dueOn: day }, day, calendar);
  return instants.filter(({ kind }) => kind !== 'warn').map(({ at }) => localDateOf(at, 'Asia/Shanghai'));
}

function walkStep(walker: CaseWalker, step: JourneyStep): void {
  walker.goTo(step.on);
  const answer = act(walker, step);
  const refusedBy = step.expect?.refusedBy;
  expect(answer?.ok === false ? (answer.error.guard ?? answer.error.message) : undefined).toBe(refusedBy);
  expect(walker.state.incidents).toEqual({});
  const outcome = walker.outcome();
  expectOutcome(outcome, step.expect);
  const late = step.expect?.escalates;
  if (late)
    expect(rungDays(late.element, required(outcome.opens[late.element], 'a last day') as string)).toEqual(
      late.on,
    );
}

function walk({ start, steps }: Journey): CaseWalker {
  const walker = new CaseWalker(process);
  walker.goTo(start.on);
  expect(walker.start({ caseId: 'case', roll: start.roll }).ok).toBe(true);
  expectOutcome(walker.outcome(), start.expect);
  for (const step of steps) walkStep(walker, step);
  return walker;
}

describe('the dated journeys of sheet 1', () => {
  it('are A1 with its variants, A2, A3 and A4', () => {
    expect(journeys.map(({ key }) => key)).toEqual([
      'A1-changed',
      'A1-flagged',
      'A1-suspended',
      'A1',
      'A2',
      'A3',
      'A4',
    ]);
  });

  it.each(journeys.map((journey) => [journey.key, journey] as const))(
    '%s keeps every date',
    (_key, journey) => {
      const { state } = walk(journey);
      const ends = journey.steps.some(({ expect: expected }) => expected?.ends !== undefined);
      expect(state.status).toBe(ends ? 'completed' : 'running');
    },
  );

  const submissions = journeys.flatMap(({ key, steps }) =>
    steps.flatMap((step) => ('submit' in step ? [[key, step.on, step.element, step] as const] : [])),
  );

  /** A body of this size with as many women, all of whom may vote; an assembly is not kept by name. */
  const peopleOf = ({ shouldAttend, womenShould = 0 }: JourneyMeeting): SeatedPeople => {
    const named = shouldAttend < 100;
    const persons = Array.from({ length: named ? shouldAttend : 0 }, (_, at) => ({
      id: `person-${at}`,
      mayVote: true,
      mustRecuse: false,
      isWoman: at < womenShould,
    }));
    return { complete: named, persons };
  };

  it.each(submissions)('%s on %s: the form of %s accepts what is submitted', (_key, _on, element, step) => {
    const form = formOf(element);
    const filled = filledForm(form, step, step.meeting ? peopleOf(step.meeting) : null);
    expect(validateSubmission(form, filled, element)).toEqual({ ok: true, value: filled });
  });

  const meetings = submissions.filter(([, , , { meeting }]) => meeting !== undefined);

  it.each(meetings)('%s on %s: the roll of %s comes to the counts', (_key, _on, element, step) => {
    const meeting = required(step.meeting, 'a meeting');
    const { complete, persons } = peopleOf(meeting);
    const members = persons.map((person) => ({ ...person, name: person.id }));
    const sheet = { complete, secret: false, countsWomen: meeting.womenShould !== undefined, members };
    const filled = filledForm(formOf(element), step, { complete, persons });
    const record = filled['meetingRoll'] as unknown as RollRecord;
    expect(checkRoll(record, sheet)).toEqual([]);
    expect(countRoll(record, sheet)).toMatchObject(countsOfMeeting(meeting));
  });
});

function formOf(element: string): LibraryForm {
  const node = required(process.nodes[element], element);
  const formKey = node.type === 'userTask' ? node.formKey : undefined;
  return required(
    forms.find(({ key }) => key === formKey),
    `form of ${element}`,
  );
}
