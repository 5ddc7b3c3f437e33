import {
  mayObserve,
  hasVoteRight,
  mustRecuse,
  type ObserverStanding,
  type VotedMatter,
  type Voter,
} from './ballot.js';
import { bars, type Bar, type BarId } from './bars.js';
import { isVillagersBody, type Body } from './body.js';
import { addDays, type CalendarDate } from './calendar-date.js';
import { isOneOverlappingMatter } from './fund-source.js';
import type { ResolutionJudgement } from './judge-resolution.js';
import { matterTypeOn } from './matters.js';
import { isNoticeTooShort, type MeetingNotice } from './notice.js';

/** What is known about the body that is about to decide. */
export interface DecidingBody {
  readonly body: Body;
  readonly matterTypes: readonly string[];
  readonly authorizationId: string | null;
  readonly meetingOn: CalendarDate;
}

export interface BallotPaper {
  readonly voter: Voter;
  readonly matter: VotedMatter;
}

/** The facts each bar looks at. Dates that roll over rest days come computed from the working calendar. */
export interface BarFacts {
  readonly 'notice-too-short': MeetingNotice;
  readonly 'no-quorum': Pick<ResolutionJudgement, 'quorumMet'>;
  readonly 'no-women-share': Pick<ResolutionJudgement, 'womenShareMet'>;
  readonly 'not-authorized': DecidingBody;
  readonly 'reserved-matter': DecidingBody;
  readonly 'members-only': DecidingBody;
  readonly 'majority-missed': {
    readonly recordedAsPassed: boolean;
    readonly judgement: Pick<ResolutionJudgement, 'passed'>;
  };
  readonly 'party-discussion-missing': { readonly partyDiscussedOn: CalendarDate | null };
  readonly 'no-vote-right': BallotPaper;
  readonly 'return-without-basis': { readonly verdict: '同意' | '退回'; readonly legalBasis?: string };
  /** `leastTo`: day 15 rolled to a working day; without it the plain 15 days are the least. */
  readonly 'notice-period-too-short': {
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly leastTo?: CalendarDate;
  };
  readonly 'carried-out-too-early': {
    readonly on: CalendarDate;
    readonly noticeEndsOn: CalendarDate;
    readonly openObjections: number;
  };
  readonly 'result-unverified': {
    readonly verified: boolean;
    readonly from: CalendarDate;
    readonly acceptedOn: CalendarDate | null;
  };
  readonly 'changed-by-another-body': { readonly firstBody: Body; readonly body: Body };
  readonly 'observer-barred': ObserverStanding;
  readonly 'guarantee-forbidden': { readonly givesGuarantee: boolean };
  readonly recusal: BallotPaper;
  readonly 'provisional-date': { readonly cutsOff: boolean; readonly provisional: boolean };
}

/** The statutory least publication: 村民委员会组织法 2025 Art 35. */
const PUBLICATION_DAYS = 15;

const delegated = (body: Body): boolean => body === 'representatives-meeting';
const typesOf = ({ matterTypes, meetingOn }: DecidingBody) =>
  matterTypes.map((key) => matterTypeOn(key, meetingOn)).filter((type) => type !== null);

/** The villagers' bodies decide a B type only where the two laws' lists overlap and the fund source chose them. */
function isMembersOnly(deciding: DecidingBody): boolean {
  const types = typesOf(deciding);
  const collective = types.filter((type) => type.track === 'B');
  if (collective.length === 0) return false;
  if (isVillagersBody(deciding.body)) {
    return collective.length === types.length || !isOneOverlappingMatter(types);
  }
  return deciding.body !== 'members-assembly' && collective.some((type) => !type.delegable);
}

/** One predicate a bar: true when the bar is down. */
export const barPredicates: { readonly [K in BarId]: (facts: BarFacts[K]) => boolean } = {
  'notice-too-short': isNoticeTooShort,
  'no-quorum': ({ quorumMet }) => !quorumMet,
  'no-women-share': ({ womenShareMet }) => !womenShareMet,
  'not-authorized': ({ body, authorizationId }) => delegated(body) && authorizationId === null,
  'reserved-matter': (deciding) =>
    delegated(deciding.body) && typesOf(deciding).some((type) => type.track === 'A' && !type.delegable),
  'members-only': isMembersOnly,
  'majority-missed': ({ recordedAsPassed, judgement }) => recordedAsPassed && !judgement.passed,
  'party-discussion-missing': ({ partyDiscussedOn }) => partyDiscussedOn === null,
  'no-vote-right': ({ voter, matter }) => !hasVoteRight(voter, matter.body),
  'return-without-basis': ({ verdict, legalBasis }) => verdict === '退回' && (legalBasis ?? '').trim() === '',
  'notice-period-too-short': ({ from, to, leastTo }) => to < (leastTo ?? addDays(from, PUBLICATION_DAYS)),
  'carried-out-too-early': ({ on, noticeEndsOn, openObjections }) => on <= noticeEndsOn || openObjections > 0,
  'result-unverified': ({ verified, from, acceptedOn }) =>
    !verified || acceptedOn === null || from <= acceptedOn,
  'changed-by-another-body': ({ firstBody, body }) => firstBody !== body,
  'observer-barred': (standing) => !mayObserve(standing),
  'guarantee-forbidden': ({ givesGuarantee }) => givesGuarantee,
  recusal: ({ voter, matter }) => mustRecuse(voter, matter.relatedParties),
  'provisional-date': ({ cutsOff, provisional }) => cutsOff && provisional,
};

function isDown<K extends BarId>(id: K, facts: Partial<BarFacts>): boolean {
  const known = facts[id];
  return known !== undefined && barPredicates[id](known);
}

/** The bars that are down, in the sheet's order; a bar whose facts are not given is not asked. */
export const checkBars = (facts: Partial<BarFacts>): readonly Bar[] =>
  bars.filter((bar) => isDown(bar.id, facts));
