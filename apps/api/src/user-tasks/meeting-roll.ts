import { extensionsNamed, nodeOf, type ExtensionElement } from '@wuqing/bpmn-model';
import {
  bodyOf,
  electorateOf,
  hasVoteRight,
  ruleFor,
  type Body,
  type RollMember,
  type RollSheet,
  type Voter,
} from '@wuqing/deliberation';
import type { JsonObject } from '@wuqing/kernel';
import {
  closeRelativesOf,
  isPositionKey,
  isMembership,
  recusalReason,
  seatsOf,
  strictestStanding,
  titleOf,
  type Kinship,
} from '@wuqing/organization';
import {
  extensionValuesOf,
  kinshipOf,
  peopleInSeats,
  positionsOf,
  villagersNamed,
  type KinRow,
  type SeatRow,
  type Statements,
} from '@wuqing/persistence';
import type { SeenTask } from './task-reader.js';

export interface RollPerson extends Voter {
  readonly name: string;
  /** Counts to the share of women that the body's law asks for. */
  readonly isWoman: boolean;
  /** Positions that people know him by, 「村委会主任」; standings in the party are none. */
  readonly titles: readonly string[];
  /** Why he must recuse himself, where he must. */
  readonly recuseReason?: string;
}

/** The people of the meeting that a step records, as the organization knows them on a day. */
export interface MeetingRoll {
  readonly body: Body;
  /** 'YYYY-MM-DD', the day whose members these are. */
  readonly on: string;
  /** 无记名, because the process says so. */
  readonly secret: boolean;
  /** 党员大会: the town chose the quorum of two thirds. */
  readonly stricter: boolean;
  /** 关联人 who are villagers, by person id; the registration may name them by id or by name. */
  readonly relatedParties: readonly string[];
  /** Null where the body is not kept by name. */
  readonly roll: readonly RollPerson[] | null;
  readonly relatedPeople: readonly RollPerson[];
}

/** Undefined for a step that records no meeting. `on`: 'YYYY-MM-DD'. */
export async function meetingRollOf(
  work: Statements,
  seen: SeenTask,
  on: string,
): Promise<MeetingRoll | undefined> {
  const meeting = await meetingOf(work, seen);
  if (!meeting) return undefined;
  const { body } = meeting;
  const { unitId } = seen.row;
  const keys = seatsOf(body);
  const related = (await villagersNamed(work, unitId, meeting.relatedParties)).map(
    ({ personId }) => personId,
  );
  const kinship = (await kinshipOf(work, related)).map(kinshipFrom);
  const concerned = [...related, ...related.flatMap((id) => closeRelativesOf(id, kinship))];
  const people = { work, body, kinship, related, on };
  return {
    body,
    on,
    secret: meeting.secret,
    stricter: meeting.stricter,
    relatedParties: related,
    roll: keys === null ? null : await voters(people, await peopleInSeats(work, unitId, keys, on)),
    relatedPeople: await voters(people, await villagersNamed(work, unitId, concerned)),
  };
}

/** The empty roll of the meeting: everybody who sits in it, or where it is not kept by name those who must recuse. */
export function rollSheetOf(meeting: MeetingRoll): RollSheet {
  const { mustRecuse } = electorateOf({ ...meeting, voters: [] });
  const members: RollMember[] = (meeting.roll ?? meeting.relatedPeople).map((person) => ({
    id: person.personId,
    name: person.name,
    mayVote: hasVoteRight(person, meeting.body),
    mustRecuse: mustRecuse.includes(person.personId),
    isWoman: person.isWoman,
  }));
  return {
    complete: meeting.roll !== null,
    secret: meeting.secret,
    countsWomen: ruleFor(meeting.body, meeting.on)?.womenQuorum !== undefined,
    members,
  };
}

type Meeting = Pick<MeetingRoll, 'body' | 'secret' | 'stricter' | 'relatedParties'>;

/** What `wq:quorum` or `wq:ballot` says of the step, with the values that its expressions had when it opened. */
async function meetingOf(work: Statements, { row, definition }: SeenTask): Promise<Meeting | undefined> {
  const { extensions } = nodeOf(definition.compiled, row.elementId);
  const extension = ['quorum', 'ballot'].flatMap((name) => extensionsNamed(extensions, name))[0];
  if (!extension) return undefined;
  const values = await extensionValuesOf(work, row.caseId, row.elementKey, extension.name);
  const body = bodyOf(valueOf(extension, values, 'body') ?? null);
  const related = valueOf(extension, values, 'relatedParties');
  return body === null
    ? undefined
    : {
        body,
        secret: extension.name === 'ballot' && extension.attributes['secret'] !== 'false',
        stricter: extension.attributes['stricter'] === 'true',
        relatedParties: Array.isArray(related) ? related.filter(isText) : [],
      };
}

const isText = (value: unknown): value is string => typeof value === 'string';

const valueOf = ({ attributes }: ExtensionElement, values: JsonObject | undefined, key: string) =>
  values?.[key] ?? attributes[key];

const kinshipFrom = ({ personA, personB, relation }: KinRow): Kinship => ({
  personA,
  personB,
  relation: relation as Kinship['relation'],
});

interface People {
  readonly work: Statements;
  readonly body: Body;
  readonly kinship: readonly Kinship[];
  /** 关联人, by person id. */
  readonly related: readonly string[];
  readonly on: string;
}

async function voters(
  { work, body, kinship, related, on }: People,
  people: readonly SeatRow[],
): Promise<RollPerson[]> {
  const positions = await positionsOf(
    work,
    people.map(({ personId }) => personId),
    on,
  );
  return people.map(({ personId, name, ...person }) => {
    const keys = positions
      .filter((one) => one.personId === personId)
      .map(({ key }) => key)
      .filter(isPositionKey);
    const recuseReason = recusalReason(personId, related, kinship);
    return {
      personId,
      name,
      // 妇女代表 are elected as such: a woman who sits there as a member of the 村委会 is none.
      isWoman:
        person.isWoman && (body !== 'representatives-meeting' || keys.includes('village-representative')),
      titles: [...new Set(keys.filter((key) => !isMembership(key)).map(titleOf))],
      ...(recuseReason !== null && { recuseReason }),
      partyStanding: strictestStanding(keys),
      kin: closeRelativesOf(personId, kinship),
    };
  });
}
