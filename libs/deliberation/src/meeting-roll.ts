import type { JsonObject } from '@wuqing/kernel';

/** How a person is recorded: there with a choice, there and recused, there without a choice told by name, or away. */
export const rollMarks = ['同意', '反对', '弃权', '回避', '到会', '未到'] as const;
export type RollMark = (typeof rollMarks)[number];

export const ballotMethods = ['口头', '举手', '无记名'] as const;
export type BallotMethod = (typeof ballotMethods)[number];

export interface MarkedPerson {
  readonly id: string;
  readonly mark: RollMark;
  /** Why the person is away (请假). */
  readonly reason?: string;
}

export interface Votes {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** Heads of a body that is not kept by name (村民会议, 成员大会). */
export interface Attendance {
  readonly shouldAttend: number;
  readonly present: number;
  readonly basis?: string;
  readonly online?: number;
  readonly proxies?: number;
}

/**
 * A meeting's roll as it is submitted. Who votes by 口头 or 举手 has the choice in `mark`; with 无记名 nobody has one, and
 * `votes` holds what came out of the box. `votes` and `attendance` of a body that is not kept by name are counted by hand.
 */
export interface RollRecord {
  readonly method: BallotMethod;
  readonly persons: readonly MarkedPerson[];
  readonly votes?: Votes;
  readonly attendance?: Attendance;
}

/** A person of the roll, as the organization knows him on the day of the meeting. */
export interface RollMember {
  readonly id: string;
  readonly name: string;
  readonly mayVote: boolean;
  readonly mustRecuse: boolean;
  /** 妇女代表, where the body's law asks for a share of them. */
  readonly isWoman: boolean;
}

/** The empty roll that a meeting fills in. */
export interface RollSheet {
  /** Whether all who sit in the body are here; otherwise only those who must recuse themselves. */
  readonly complete: boolean;
  /** The process asks for a secret ballot. */
  readonly secret: boolean;
  /** Whether the body's law asks for a share of women. */
  readonly countsWomen: boolean;
  readonly members: readonly RollMember[];
}

/** What is counted from a roll; the variables of the process bear the same names. */
export interface RollCounts extends Votes {
  readonly shouldAttend: number;
  readonly present: number;
  readonly recused: readonly string[];
  readonly absentRecused: readonly string[];
  readonly voters: readonly string[];
  readonly womenShould?: number;
  readonly womenPresent?: number;
  readonly basis?: string;
  readonly online?: number;
  readonly proxies?: number;
}

/** The variables that a roll gives a process. */
export const rollVariables = [
  'shouldAttend',
  'present',
  'yes',
  'no',
  'abstain',
  'recused',
  'absentRecused',
  'voters',
  'womenShould',
  'womenPresent',
  'basis',
  'online',
  'proxies',
] as const satisfies readonly (keyof RollCounts)[];

const CHOICES: readonly RollMark[] = ['同意', '反对', '弃权'];

export const isChoice = (mark: RollMark): boolean => CHOICES.includes(mark);

const castIn = (votes: Votes): number => votes.yes + votes.no + votes.abstain;

function votesByName(marks: readonly RollMark[]): Votes {
  const of = (mark: RollMark): number => marks.filter((one) => one === mark).length;
  return { yes: of('同意'), no: of('反对'), abstain: of('弃权') };
}

interface Marked extends MarkedPerson {
  readonly member: RollMember | undefined;
}

const withMembers = ({ persons }: RollRecord, { members }: RollSheet): Marked[] =>
  persons.map((person) => ({ ...person, member: members.find(({ id }) => id === person.id) }));

/** With a vote, and of this body: nobody else is in any total. */
const isCounted = ({ member }: Marked): boolean => member?.mayVote === true;
const isPresent = ({ mark }: Marked): boolean => mark !== '未到';
const idsOf = (people: readonly Marked[]): string[] => people.map(({ id }) => id);

/**
 * Who voted, so that the bars can say who may not have: those with a choice, or where nobody's is told those who were there. People
 * without a vote or of another body are named too, though they are in no total.
 */
function votersOf(record: RollRecord, marked: readonly Marked[], votes: Votes): string[] {
  if (castIn(votes) === 0) return idsOf(marked.filter((one) => isChoice(one.mark)));
  const voted = record.method === '无记名' ? ['到会'] : CHOICES;
  return idsOf(marked.filter(({ mark }) => (voted as readonly string[]).includes(mark)));
}

function womenOf({ members }: RollSheet, present: readonly Marked[]) {
  const isVoter = (member: RollMember | undefined): boolean => member?.mayVote === true && member.isWoman;
  return {
    womenShould: members.filter(isVoter).length,
    womenPresent: present.filter(({ member }) => isVoter(member)).length,
  };
}

function countNamed(record: RollRecord, sheet: RollSheet, marked: readonly Marked[]): RollCounts {
  const counted = marked.filter(isCounted);
  const present = counted.filter(isPresent);
  const votes =
    record.method === '无记名'
      ? (record.votes ?? votesByName([]))
      : votesByName(counted.map(({ mark }) => mark));
  return {
    shouldAttend: sheet.members.filter(({ mayVote }) => mayVote).length,
    present: present.length,
    ...votes,
    recused: idsOf(marked.filter(({ mark }) => mark === '回避')),
    absentRecused: idsOf(marked.filter((one) => !isPresent(one) && one.member?.mustRecuse !== false)),
    voters: votersOf(record, marked, votes),
    ...(sheet.countsWomen && womenOf(sheet, present)),
  };
}

function countUnnamed(record: RollRecord, marked: readonly Marked[]): RollCounts {
  const { shouldAttend = 0, present = 0, ...more } = record.attendance ?? {};
  return {
    shouldAttend,
    present,
    ...(record.votes ?? votesByName([])),
    recused: idsOf(marked.filter(({ mark }) => mark === '回避')),
    absentRecused: idsOf(marked.filter((one) => !isPresent(one))),
    voters: [],
    ...more,
  };
}

/**
 * Counts of a roll, finished or not: who is not marked yet is in none but `shouldAttend`. The same in browser and server; what
 * a client sends of such counts is refused before (`docs/forms.md`).
 */
export const countRoll = (record: RollRecord, sheet: RollSheet): RollCounts => {
  const marked = withMembers(record, sheet);
  return sheet.complete ? countNamed(record, sheet, marked) : countUnnamed(record, marked);
};

/** For the process: the counts as its variables. */
export const rollFacts = (counts: RollCounts): JsonObject => ({ ...counts });
