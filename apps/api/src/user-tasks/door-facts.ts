import { extensionsNamed, nodeOf } from '@wuqing/bpmn-model';
import { electorateOf, mayObserve } from '@wuqing/deliberation';
import type { JsonObject } from '@wuqing/kernel';
import { closeRelativesOf, villageCommitteeSeats, type Kinship } from '@wuqing/organization';
import { kinshipOf, peopleInSeats, positionsOf, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { isAddressedTo } from '../visibility/resources.js';
import { dayOf } from '../platform/clock.js';
import { meetingRollOf } from './meeting-roll.js';
import type { SeenTask } from './task-reader.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The case's own day at this moment. */
export const caseDayOf = ({ row }: SeenTask, now: number): string => dayOf(now + row.clockOffsetMs);

/**
 * What the guards of a step must know of people and no form may say: who of a meeting may not vote (bars 9, 17:
 * `electorate`), whether whoever supervises may (bar 15: `mayObserve`). Read from the organization when the step is
 * completed; empty for every other step.
 */
export async function doorFactsOf(
  work: Work,
  caller: Caller,
  seen: SeenTask,
  submission: JsonObject,
  today: string,
): Promise<JsonObject> {
  return {
    ...(await electorateFor(work, seen, submission, today)),
    ...(await standingFor(work, caller, seen, today)),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : []);

async function electorateFor(
  work: Work,
  seen: SeenTask,
  { heldOn, voters, recused, absentRecused }: JsonObject,
  today: string,
): Promise<JsonObject> {
  const on = isText(heldOn) && DAY.test(heldOn) ? heldOn : today;
  const meeting = await meetingRollOf(work, seen, on);
  if (!meeting) return {};
  const people = { voters: textsOf(voters), recused: [...textsOf(recused), ...textsOf(absentRecused)] };
  return { electorate: { ...electorateOf({ ...meeting, ...people }) } };
}

async function standingFor(
  work: Work,
  caller: Caller,
  { row, definition }: SeenTask,
  today: string,
): Promise<JsonObject> {
  const { extensions } = nodeOf(definition.compiled, row.elementId);
  if (extensionsNamed(extensions, 'observer').length === 0) return {};
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
