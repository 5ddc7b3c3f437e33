import { err, ok, type Result } from '@wuqing/kernel';
import { barOf, type Bar } from './bars.js';
import type { Body } from './body.js';

/** 党籍 as the roll states it; 预备党员 and 留党察看 members have no vote. */
export type PartyStanding = '正式党员' | '预备党员' | '留党察看' | '非党员';

/** One person on a body's roll. */
export interface Voter {
  readonly personId: string;
  readonly partyStanding: PartyStanding;
  /** Declared kin (近亲属). */
  readonly kin: readonly string[];
}

/** The persons whose own affair the matter is (关联人). */
export interface VotedMatter {
  readonly body: Body;
  readonly relatedParties: readonly string[];
}

const PARTY_BODIES: readonly Body[] = ['branch-committee', 'party-meeting'];

/** Whether the person belongs to the denominator N of the body; party bodies count 正式党员 only. */
export const hasVoteRight = (voter: Voter, body: Body): boolean =>
  !PARTY_BODIES.includes(body) || voter.partyStanding === '正式党员';

/** True for a related party and for the kin of one (unconfirmed: no law states recusal from these ballots). */
export const mustRecuse = (voter: Voter, relatedParties: readonly string[]): boolean =>
  relatedParties.some((party) => party === voter.personId || voter.kin.includes(party));

/** The voter, or the bar (9: no vote right, 17: recusal) that keeps the ballot paper from him. */
export function admitToBallot(voter: Voter, { body, relatedParties }: VotedMatter): Result<Voter, Bar> {
  if (!hasVoteRight(voter, body)) return err(barOf('no-vote-right'));
  return mustRecuse(voter, relatedParties) ? err(barOf('recusal')) : ok(voter);
}

export interface FrozenRoll {
  /** N: everyone with a vote right, recused or not, each person once. */
  readonly shouldAttend: number;
  readonly voters: readonly string[];
  readonly recused: readonly string[];
}

/** The roll as it is frozen when the ballot opens; a person who sits in both committees is counted once. */
export function freezeRoll(roll: readonly Voter[], matter: VotedMatter): FrozenRoll {
  const once = [...new Map(roll.map((voter) => [voter.personId, voter])).values()];
  const entitled = once.filter((voter) => hasVoteRight(voter, matter.body));
  const recused = entitled.filter((voter) => mustRecuse(voter, matter.relatedParties));
  const voters = entitled.filter((voter) => !recused.includes(voter));
  return {
    shouldAttend: entitled.length,
    voters: voters.map((voter) => voter.personId),
    recused: recused.map((voter) => voter.personId),
  };
}

/** What bars a person from the village supervision committee (村民委员会组织法 2025 Art 37; 山东 Art 31). */
export interface ObserverStanding {
  readonly isVillageCommitteeMember: boolean;
  readonly isKinOfVillageCommitteeMember: boolean;
  readonly isVillageAccountant: boolean;
}

/** True when the person may supervise and observe (bar 15). */
export const mayObserve = (standing: ObserverStanding): boolean =>
  !standing.isVillageCommitteeMember &&
  !standing.isKinOfVillageCommitteeMember &&
  !standing.isVillageAccountant;
