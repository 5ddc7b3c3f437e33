import { barsOf } from '@wuqing/access';
import { nodeOf } from '@wuqing/bpmn-model';
import { electorateOf, mayObserve } from '@wuqing/deliberation';
import { rollFieldOf, type FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { closeRelativesOf, villageCommitteeSeats, type Kinship } from '@wuqing/organization';
import { kinshipOf, peopleInSeats, positionsOf, type Statements } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { isAddressedTo } from '../visibility/resources.js';
import { conflict } from '../http/problem.js';
import { dayOf } from '../platform/clock.js';
import { isObserver } from '../platform/process-facts.js';
import { countsOfRoll } from './counted-roll.js';
import { meetingRollOf, type MeetingRoll } from './meeting-roll.js';
import type { SeenTask } from './task-reader.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The case's own day at this moment. */
export const caseDayOf = ({ row }: SeenTask, now: number): string => dayOf(now + row.clockOffsetMs);

/** The element's id in its own process: inside a called one it bears the calls that lead there (`call-1/approve`). */
export const ownIdOf = (elementId: string): string => elementId.slice(elementId.lastIndexOf('/') + 1);

/** Whom a field of the step may not name: whoever is barred from the case, but where the field says who is (`wq:bars`). */
export const unnamedIn = ({ row, definition }: SeenTask, field: string): readonly string[] =>
  barsOf(nodeOf(definition.compiled, row.elementId)).some((one) => one.field === field)
    ? []
    : row.barredPersonIds;

/** What a step was filled in with; `form`: null where it has none. */
export interface Filled {
  readonly submission: JsonObject;
  readonly form: FormDefinition | null;
}

/**
 * What the guards of a step must know of people and no form may say: who of a meeting may not vote (bars 9, 17:
 * `electorate`) and what its roll counts, whether whoever supervises may (bar 15: `mayObserve`). Read from the organization when
 * the step is completed; empty for every other step.
 */
export async function doorFactsOf(
  work: Statements,
  caller: Caller,
  seen: SeenTask,
  { submission, form }: Filled,
  today: string,
): Promise<JsonObject> {
  const { heldOn } = submission;
  const meeting = await meetingRollOf(work, seen, isText(heldOn) && DAY.test(heldOn) ? heldOn : today);
  if (!meeting && form !== null && rollFieldOf(form) !== null)
    throw conflict('本步骤没有写明由哪个会议表决，不能登记名册，请联系管理员。');
  const counted = (meeting && form && countsOfRoll(form, submission, meeting)) ?? {};
  const told = { ...submission, ...counted };
  return { ...counted, ...(await peopleFactsOf(work, caller, seen, told, today, meeting)) };
}

/** `told`: what was said of the meeting, from its roll or (in forms of before there were rolls) in fields of their own. */
export async function peopleFactsOf(
  work: Statements,
  caller: Caller,
  seen: SeenTask,
  told: JsonObject,
  today: string,
  meeting: MeetingRoll | undefined,
): Promise<JsonObject> {
  return { ...electorateFor(told, meeting), ...(await standingFor(work, caller, seen, today)) };
}

const isText = (value: unknown): value is string => typeof value === 'string';

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : []);

function electorateFor(
  { voters, recused, absentRecused }: JsonObject,
  meeting: MeetingRoll | undefined,
): JsonObject {
  if (!meeting) return {};
  const people = { voters: textsOf(voters), recused: [...textsOf(recused), ...textsOf(absentRecused)] };
  return { electorate: { ...electorateOf({ ...meeting, ...people }) } };
}

async function standingFor(
  work: Statements,
  caller: Caller,
  { row, definition }: SeenTask,
  today: string,
): Promise<JsonObject> {
  if (!isObserver(nodeOf(definition.compiled, row.elementId))) return {};
  // Whoever is stood in for must be free to supervise as well.
  const people = [caller.personId, ...caller.onBehalfOf(isAddressedTo(row.candidates))];
  const committee = await peopleInSeats(work, row.unitId, villageCommitteeSeats, today);
  const members = committee.map(({ personId }) => personId);
  const kinship = (await kinshipOf(work, people)) as readonly Kinship[];
  const accountants = (await positionsOf(work, people, today)).filter(
    ({ key }) => key === 'village-accountant',
  );
  const may = people.every((personId) =>
    mayObserve({
      isVillageCommitteeMember: members.includes(personId),
      isKinOfVillageCommitteeMember: closeRelativesOf(personId, kinship).some((kin) => members.includes(kin)),
      isVillageAccountant: accountants.some((one) => one.personId === personId),
    }),
  );
  return { mayObserve: may };
}
