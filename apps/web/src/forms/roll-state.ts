import {
  checkRoll,
  countRoll,
  judgeRoll,
  meetingFigures,
  type AssemblyBasis,
  type BallotMethod,
  type Body,
  type MarkedPerson,
  type MeetingFigures,
  type ResolutionJudgement,
  type RollCounts,
  type RollMark,
  type RollProblem,
  type RollRecord,
  type RollSheet,
} from '@wuqing/deliberation';
import type { Json, Result } from '@wuqing/kernel';

/** A person of the roll as the API tells him to whoever fills it in. */
export interface RollPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mayVote: boolean;
  readonly mustRecuse: boolean;
  readonly isWoman: boolean;
  readonly recuseReason: string | null;
}

/** The empty roll of a meeting, as the API gives it. */
export interface MeetingRoll extends Omit<RollSheet, 'members'> {
  readonly body: string;
  readonly bodyName: string;
  /** 'YYYY-MM-DD', the day whose members these are. */
  readonly on: string;
  readonly stricter: boolean;
  readonly persons: readonly RollPerson[];
}

/** A roll that is being filled in: its method may still be open. */
export type RollDraft = Partial<RollRecord>;

const sheetOf = ({ persons, ...roll }: MeetingRoll): RollSheet => ({ ...roll, members: persons });

const NO_PERSONS: readonly MarkedPerson[] = [];

/** What a person can be marked as: by name all of it, in a secret ballot only whether he was there. */
export const marksFor = (method: BallotMethod | undefined): readonly RollMark[] =>
  method === '无记名' ? ['到会', '回避', '未到'] : ['同意', '反对', '弃权', '回避', '未到'];

/** Keys 1 to 5, the same columns whatever the method: 1 to 3 are one column where nobody's choice is told. */
const KEYS: readonly RollMark[] = ['同意', '反对', '弃权', '回避', '未到'];

export function markOfKey(key: string, method: BallotMethod | undefined): RollMark | undefined {
  const mark = KEYS[Number(key) - 1];
  if (mark === undefined || marksFor(method).includes(mark)) return mark;
  return key === '1' ? '到会' : undefined;
}

/** Whether the law leaves this mark to the person: none without a vote, no choice to one who must recuse himself. */
export function mayMark(person: RollPerson, mark: RollMark): boolean {
  if (!person.mayVote) return false;
  return !person.mustRecuse || mark === '回避' || mark === '未到';
}

export const markOf = ({ persons = NO_PERSONS }: RollDraft, id: string): MarkedPerson | undefined =>
  persons.find((one) => one.id === id);

/** A roll nobody has filled in: who must recuse himself is marked so, the method of a secret ballot is given; no vote is. */
export const emptyRoll = ({ secret, persons }: MeetingRoll): RollDraft => ({
  ...(secret && { method: '无记名' as const }),
  persons: persons
    .filter(({ mayVote, mustRecuse }) => mayVote && mustRecuse)
    .map(({ id }) => ({ id, mark: '回避' as const })),
});

/** In the order of the roll, each person once. */
export function withMark(draft: RollDraft, roll: MeetingRoll, next: MarkedPerson): RollDraft {
  const others = (draft.persons ?? NO_PERSONS).filter(({ id }) => id !== next.id);
  const place = ({ id }: MarkedPerson): number => roll.persons.findIndex((person) => person.id === id);
  return { ...draft, persons: [...others, next].sort((one, other) => place(one) - place(other)) };
}

/** 「全部到会」: attendance and nothing else, of those who are not marked yet; nobody's vote. */
export function allPresent(draft: RollDraft, roll: MeetingRoll): RollDraft {
  const open = roll.persons.filter(
    (person) => person.mayVote && !person.mustRecuse && markOf(draft, person.id) === undefined,
  );
  return open.reduce<RollDraft>((marked, { id }) => withMark(marked, roll, { id, mark: '到会' }), draft);
}

const CHOICES: readonly RollMark[] = ['同意', '反对', '弃权'];

/** With another method choices by name go where they may not stand, and votes that were counted apart where names have them. */
export function withMethod(draft: RollDraft, roll: MeetingRoll, method: BallotMethod): RollDraft {
  const { votes, persons = NO_PERSONS, ...rest } = draft;
  const isSecret = method === '无记名';
  const kept = persons.map((one) =>
    isSecret && CHOICES.includes(one.mark) ? { ...one, mark: '到会' as const } : one,
  );
  return { ...rest, method, persons: kept, ...(votes && (isSecret || !roll.complete) && { votes }) };
}

/** With a figure counted by hand, or without it: an empty field is no count of zero. */
export function withCount(
  draft: RollDraft,
  part: 'votes' | 'attendance',
  key: string,
  count: number | string | null | undefined,
): RollDraft {
  const { [part]: counts, ...others } = draft;
  const next = Object.fromEntries(
    Object.entries({ ...counts, [key]: count }).filter(([, one]) => one !== undefined && one !== null),
  );
  return Object.keys(next).length === 0 ? others : ({ ...others, [part]: next } as RollDraft);
}

const recordOf = (draft: RollDraft): RollRecord => ({ method: '举手', persons: NO_PERSONS, ...draft });

export const countsOf = (draft: RollDraft, roll: MeetingRoll): RollCounts =>
  countRoll(recordOf(draft), sheetOf(roll));

/** What keeps the roll from being whole; `method` is asked for by the form's own rules. */
export const problemsOf = (draft: RollDraft, roll: MeetingRoll): RollProblem[] =>
  checkRoll(recordOf(draft), sheetOf(roll));

export interface RollJudgement {
  readonly counts: RollCounts;
  readonly figures: MeetingFigures | null;
  /** Undefined while the roll is not whole. */
  readonly judged: Result<ResolutionJudgement, string> | undefined;
}

/** Counts, figures and result of a roll as it stands, by the code that judges it on the server. */
export function judgementOf(draft: RollDraft, roll: MeetingRoll): RollJudgement {
  const counts = countsOf(draft, roll);
  const body = roll.body as Body;
  const basis = counts.basis as AssemblyBasis | undefined;
  const figures = meetingFigures({
    body,
    heldOn: roll.on,
    shouldAttend: counts.shouldAttend,
    present: counts.present,
    stricter: roll.stricter,
    ...(counts.womenShould !== undefined && { womenShould: counts.womenShould }),
    ...(basis !== undefined && { basis }),
  });
  const isWhole = draft.method !== undefined && problemsOf(draft, roll).length === 0;
  const meeting = { body, heldOn: roll.on, stricter: roll.stricter };
  return {
    counts,
    figures,
    judged: isWhole ? judgeRoll(meeting, recordOf(draft), sheetOf(roll)) : undefined,
  };
}

/** The value of the roll's field; what a form holds has been checked, or comes from its page. */
export const draftOf = (value: Json | undefined): RollDraft => (value ?? {}) as unknown as RollDraft;
