import type { Json, JsonObject } from '@wuqing/kernel';

/** What a meeting of a journey came to: its counts, whoever sat in it. */
export interface JourneyMeeting {
  readonly method: '口头' | '举手' | '无记名';
  readonly shouldAttend: number;
  /** With those who recused themselves. */
  readonly present: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly womenShould?: number;
  readonly womenPresent?: number;
  readonly basis?: string;
  readonly online?: number;
  readonly proxies?: number;
}

/** Somebody who sits in the body, as the task's own roll says it. */
export interface Seated {
  readonly id: string;
  readonly mayVote: boolean;
  readonly mustRecuse: boolean;
  readonly isWoman: boolean;
}

/** `complete`: all who sit in the body, or only those who must recuse themselves. */
export interface SeatedPeople {
  readonly complete: boolean;
  readonly persons: readonly Seated[];
}

/** The counts, as the door finds them in the roll: for walks in memory, where there are no people. */
export const countsOfMeeting = ({ method: _method, ...counts }: JourneyMeeting): JsonObject => ({
  ...counts,
});

/**
 * A roll that comes to these counts: whoever must recuse himself is there and does, of the others the first ones are there (as many
 * women as the meeting had), and vote in the order of the roll. Nobody who may not vote is in it.
 */
export function rollOfMeeting(meeting: JourneyMeeting, people: SeatedPeople): JsonObject {
  return people.complete ? rollByName(meeting, people.persons) : rollByHand(meeting, people.persons);
}

function rollByName(meeting: JourneyMeeting, persons: readonly Seated[]): JsonObject {
  const entitled = persons.filter(({ mayVote }) => mayVote);
  const recused = entitled.filter(({ mustRecuse }) => mustRecuse);
  const others = entitled.filter(({ mustRecuse }) => !mustRecuse);
  const here = thoseHere(meeting, recused, others);
  const choices = choicesOf(meeting);
  const marked = entitled.map(({ id, mustRecuse }) => {
    const at = here.findIndex((one) => one.id === id);
    if (mustRecuse) return { id, mark: '回避' };
    return at < 0 ? { id, mark: '未到' } : { id, mark: choices[at] ?? '到会' };
  });
  return { method: meeting.method, persons: marked, ...votesApart(meeting) };
}

function thoseHere(
  { present, womenPresent }: JourneyMeeting,
  recused: readonly Seated[],
  others: readonly Seated[],
) {
  const places = present - recused.length;
  if (womenPresent === undefined) return others.slice(0, places);
  const women = others.filter(({ isWoman }) => isWoman);
  const recusedWomen = recused.filter(({ isWoman }) => isWoman).length;
  const there = women.slice(0, womenPresent - recusedWomen);
  return [...there, ...others.filter(({ isWoman }) => !isWoman).slice(0, places - there.length)];
}

/** By name, one after the other; none where the ballot was secret or none was held. */
function choicesOf({ method, yes, no, abstain }: JourneyMeeting): string[] {
  if (method === '无记名') return [];
  const times = (count: number, choice: string): string[] => Array.from({ length: count }, () => choice);
  return [...times(yes, '同意'), ...times(no, '反对'), ...times(abstain, '弃权')];
}

const votesApart = ({ method, yes, no, abstain }: JourneyMeeting): JsonObject =>
  method === '无记名' ? { votes: { yes, no, abstain } } : {};

function rollByHand(meeting: JourneyMeeting, persons: readonly Seated[]): JsonObject {
  const { method, shouldAttend, present, yes, no, abstain, basis, online, proxies } = meeting;
  const more: [string, Json | undefined][] = Object.entries({ basis, online, proxies });
  const said = more.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return {
    method,
    persons: persons.map(({ id }) => ({ id, mark: '未到' })),
    votes: { yes, no, abstain },
    attendance: { shouldAttend, present, ...Object.fromEntries(said) },
  };
}
