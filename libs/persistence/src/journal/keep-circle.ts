import {
  barredWith,
  barsOf,
  circleGrounds,
  entering,
  isWalled,
  knowingOf,
  markedLevel,
  type CircleGround,
} from '@wuqing/access';
import type { JournalProposal, OpenUserTask } from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { pickedIn } from '@wuqing/forms';
import { instant } from '@wuqing/kernel';
import { parseCandidateReference, resolveCandidates, type OrganizationIndex } from '@wuqing/organization';
import { localDateOf } from '@wuqing/working-calendar';
import { circlesOf, enterCircle, type NewCircleEntry } from '../circle.repository.js';
import type { Work } from '../unit-of-work.js';
import type { CalledEntry } from './called-cases.js';
import type { EntryExtra } from './entry-extra.js';
import type { LockedCase } from './locked-case.js';
import { completedTaskOf, eventsOf, isoAt, openedTasksOf } from './rows-of-entry.js';

const ZONE = 'Asia/Shanghai';

/** That somebody comes into the circle, and by which step. */
interface Wish {
  readonly personId: string;
  readonly ground: CircleGround;
  readonly step: { readonly key: string; readonly name: string } | null;
}

interface Seen {
  readonly organization: OrganizationIndex;
  /** 'YYYY-MM-DD', the case's day. */
  readonly on: string;
}

const marksOf = (process: ExecutableProcess): boolean =>
  [process, ...Object.values(process.nodes)].some(({ extensions }) => isWalled(markedLevel(extensions)));

const begins = ({ events }: Pick<JournalProposal, 'events'>): boolean =>
  eventsOf(events, 'ProcessInstanceStarted').length > 0;

/** Who begins a case whose list opens it, and whom its file names. */
function atBeginning(
  { proposal, locked, context: { process } }: CalledEntry,
  { organization, on }: Seen,
): Wish[] {
  if (!begins(proposal)) return [];
  const listed = resolveCandidates(knowingOf(process), locked.unitId, organization, on);
  const starters = markedLevel(process.extensions) === 'N' ? [proposal.actorId] : [];
  return [
    ...starters
      .filter((id) => organization.persons.has(id))
      .map((personId) => ({ personId, ground: 'starter' as const, step: null })),
    ...listed.map((personId) => ({ personId, ground: 'listed' as const, step: null })),
  ];
}

/** The opened steps at level N. */
async function listedSteps(work: Work, { proposal, locked, context }: CalledEntry): Promise<OpenUserTask[]> {
  const opened = openedTasksOf(proposal);
  const steps = opened.map(({ elementId }) => ({ ...locked, elementId }));
  const levels = await context.levels.of(work, steps);
  return opened.filter((_, at) => levels[at] === 'N');
}

/** Those for whom such a step waits: nobody else could do it. */
const handlersOf =
  ({ unitId }: LockedCase, { organization, on }: Seen) =>
  ({ userTask: key, name, candidateGroups, assignee }: OpenUserTask): Wish[] => {
    const groups = candidateGroups.filter((one) => parseCandidateReference(one).ok);
    const people = resolveCandidates(groups, unitId, organization, on);
    const own = assignee !== undefined && organization.persons.has(assignee) ? [assignee] : [];
    return [...own, ...people].map((personId) => ({ personId, ground: 'handler', step: { key, name } }));
  };

/** The completed step, where its form bars somebody. */
function barringStep({ proposal, locked, context: { process } }: CalledEntry) {
  const key = completedTaskOf(proposal);
  const node = locked.completedElementId === null ? undefined : process.nodes[locked.completedElementId];
  return key !== undefined && node && barsOf(node).length > 0 ? { key, node } : undefined;
}

/** Whom the form of the completed step bars (`wq:bars`), an accused with his relatives and subordinates. */
function barredBy(
  { key, node }: NonNullable<ReturnType<typeof barringStep>>,
  { submission }: LockedCase,
  { organization, on }: Seen,
): Wish[] {
  const step = { key, name: node.name };
  return barsOf(node).flatMap(({ field, ground }) =>
    pickedIn(submission?.[field])
      .flatMap(({ id }) =>
        ground === 'accused' ? barredWith(id, organization, on) : [{ personId: id, ground }],
      )
      .map((wish) => ({ ...wish, step })),
  );
}

async function write(work: Work, entry: CalledEntry): Promise<void> {
  const { proposal, locked, context } = entry;
  const [steps, barring] = [await listedSteps(work, entry), barringStep(entry)];
  if (steps.length === 0 && !barring && !begins(proposal)) return;
  const organization = await context.organizationIn(work);
  const seen = { organization, on: localDateOf(instant(proposal.at), ZONE) };
  const wishes = [
    ...atBeginning(entry, seen),
    ...steps.flatMap(handlersOf(locked, seen)),
    ...(barring ? barredBy(barring, locked, seen) : []),
  ];
  if (wishes.length === 0) return;
  const circle = (await circlesOf(work, [locked.caseId])).get(locked.caseId)!;
  const entries = (entering(circle, wishes) as Wish[]).map(({ personId, ground, step }): NewCircleEntry => {
    const { side, title } = circleGrounds[ground];
    const reason = step === null ? title : `${title}（${step.name}）`;
    const by = { enteredBy: proposal.actorId, at: isoAt(proposal), elementKey: step?.key ?? null };
    return { id: context.newId(), side, act: 'enter', personId, ground, reason, ...by };
  });
  await enterCircle(work, { caseId: locked.caseId, commandId: proposal.commandId }, entries);
}

/**
 * The circle of a closed case moves with the entry that moves it: who begins it and whom its file names, those for whom a step at level
 * N waits, and whom a form bars. Nobody sees a case with its accused registered and not barred.
 */
export const keepCircle: EntryExtra = {
  concerns: (proposal, { process, isCalled }) =>
    (begins(proposal) || openedTasksOf(proposal).length > 0 || completedTaskOf(proposal) !== undefined) &&
    (isCalled || marksOf(process)),
  write,
};
