import { hasVoteRight, mustRecuse, type Voter } from './ballot.js';
import type { Body } from './body.js';

/** What is known of a meeting's people when its record comes in. */
export interface MeetingPeople {
  readonly body: Body;
  /** Everyone who sits in the body; null where it is too large to be kept by name (村民会议, 成员大会, 成员代表大会). */
  readonly roll: readonly Voter[] | null;
  /** Villagers whose own affair the matter is, and their kin, on the roll or not. */
  readonly relatedPeople: readonly Voter[];
  readonly relatedParties: readonly string[];
  /** The record's own list of those who voted, by person id. */
  readonly voters: readonly string[];
  /** Its own list of those who recused themselves, there or not. */
  readonly recused?: readonly string[];
}

/**
 * What the guards of bars 9 and 17 look at; person ids. `withoutVote`: listed as voters, but 预备党员 or 留党察看;
 * `notOnRoll`: listed as voters or as recused, but not of this body; `mustRecuse`: may not vote, whether they came or not;
 * `named`: the body is kept by name, so that a vote is one of people who are named.
 */
export interface Electorate {
  readonly withoutVote: readonly string[];
  readonly notOnRoll: readonly string[];
  readonly mustRecuse: readonly string[];
  readonly named: boolean;
}

const isOf =
  (roll: readonly Voter[]) =>
  (id: string): boolean =>
    roll.some((voter) => voter.personId === id);

/** Who may not vote in a meeting, from the roll and not from what its record claims. */
export function electorateOf({
  body,
  roll,
  relatedPeople,
  relatedParties,
  voters,
  recused = [],
}: MeetingPeople): Electorate {
  const seated = roll ?? relatedPeople;
  const isBarred = (voter: Voter): boolean => !hasVoteRight(voter, body);
  const listed = roll === null ? [] : voters;
  const away = roll === null ? [] : recused;
  return {
    withoutVote: listed.filter(isOf(seated.filter(isBarred))),
    notOnRoll: [...listed, ...away].filter((id) => !isOf(seated)(id)),
    mustRecuse: seated
      .filter((voter) => !isBarred(voter) && mustRecuse(voter, relatedParties))
      .map((voter) => voter.personId),
    named: roll !== null,
  };
}
