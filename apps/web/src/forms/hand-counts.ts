import type { AssemblyBasis, Attendance, Votes } from '@wuqing/deliberation';
import { formWords } from '../words/form.words.js';
import { withCount, type MeetingRoll, type RollDraft } from './roll-state.js';

export const assemblyBases = ['18岁以上村民', '户代表'] as const satisfies readonly AssemblyBasis[];

/** A figure that is counted by hand. */
export interface HandCount {
  readonly key: string;
  readonly title: string;
  readonly value: number | undefined;
  with(count: number | undefined): RollDraft;
}

/** What is counted by hand of a meeting as its roll stands. */
export interface HandCounts {
  /** The heads of a body that is not kept by name. */
  readonly heads: readonly HandCount[];
  /** Whom an assembly's heads stand for; null where the body is none. */
  readonly basis: { readonly value: string | undefined; with(basis: string | null): RollDraft } | null;
  /** The votes of a secret ballot, or of a body that is not kept by name. */
  readonly votes: readonly HandCount[];
}

const VOTES: readonly (readonly [keyof Votes, string])[] = [
  ['yes', formWords.yesVotes],
  ['no', formWords.noVotes],
  ['abstain', formWords.abstained],
];
const HEADS: readonly (readonly [Exclude<keyof Attendance, 'basis'>, string])[] = [
  ['shouldAttend', formWords.shouldAttend],
  ['present', formWords.presentCount],
  ['online', formWords.online],
  ['proxies', formWords.proxies],
];

/** Null where every figure comes from the roll itself. */
export function handCounts(draft: RollDraft, roll: MeetingRoll): HandCounts | null {
  if (draft.method !== '无记名' && roll.complete) return null;
  const { attendance, votes } = draft;
  const head = ([key, title]: (typeof HEADS)[number]): HandCount => ({
    key,
    title,
    value: attendance?.[key],
    with: (count) => withCount(draft, 'attendance', key, count),
  });
  const vote = ([key, title]: (typeof VOTES)[number]): HandCount => ({
    key,
    title: `${title}${formWords.votes}`,
    value: votes?.[key],
    with: (count) => withCount(draft, 'votes', key, count),
  });
  return {
    heads: roll.complete ? [] : HEADS.map(head),
    basis:
      roll.body === 'villagers-assembly'
        ? { value: attendance?.basis, with: (basis) => withCount(draft, 'attendance', 'basis', basis) }
        : null,
    votes: VOTES.map(vote),
  };
}
