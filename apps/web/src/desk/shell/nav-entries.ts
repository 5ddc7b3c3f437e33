import type { LinkProps } from '@tanstack/react-router';
import type { MeView } from '../../client/api.js';
import { navWords } from '../../words/nav.words.js';
import type { CasesSearch } from '../cases/cases-search.js';
import type { InboxSearch } from '../inbox/inbox-search.js';

export type NavCounted =
  | 'todo'
  | 'claimable'
  | 'started'
  | 'copies'
  | 'drafts'
  | 'incidents'
  | 'watch'
  | 'alerts'
  | 'orders'
  | 'inspection';

export interface NavEntry {
  readonly label: string;
  /** A page of the desk, or an address outside of it. */
  readonly to?: LinkProps['to'];
  readonly href?: string;
  /** Which list of the page. */
  readonly search?: InboxSearch | CasesSearch;
  /** Letters that follow `g`. */
  readonly key?: string;
  /** Whose number stands behind it. */
  readonly count?: NavCounted;
  /** Absent: everybody. */
  readonly isFor?: (me: MeView) => boolean;
}

export interface NavGroup {
  readonly title: string;
  readonly entries: readonly NavEntry[];
}

/** By role, in the order of the pictures; an entry stands here once its page exists. */
const groups: readonly NavGroup[] = [
  {
    title: navWords.myWork,
    entries: [
      { label: navWords.inbox, to: '/inbox', search: { view: undefined }, key: 't', count: 'todo' },
      { label: navWords.toClaim, to: '/inbox', search: { view: 'claimable' }, count: 'claimable' },
      { label: navWords.done, to: '/inbox', search: { view: 'done' } },
      { label: navWords.started, to: '/cases', search: { mine: true }, count: 'started' },
      { label: navWords.copied, to: '/copies', count: 'copies' },
      { label: navWords.drafts, to: '/drafts', count: 'drafts' },
    ],
  },
  {
    title: navWords.business,
    entries: [
      { label: navWords.start, to: '/start', key: 'n' },
      { label: navWords.cases, to: '/cases', search: { mine: undefined }, key: 's' },
      { label: navWords.ledgers, to: '/ledgers', key: 'l', isFor: (me) => me.mayReadLedgers },
      { label: navWords.slips, to: '/slips', isFor: (me) => me.mayUseSlips },
      { label: navWords.letters, to: '/letters', isFor: (me) => me.mayUseLetters },
      { label: navWords.board, href: '/villages' },
    ],
  },
  {
    title: navWords.supervision,
    entries: [
      {
        label: navWords.watch,
        to: '/supervision',
        key: 'd',
        count: 'watch',
        isFor: (me) => me.maySupervise,
      },
      { label: navWords.alerts, to: '/alerts', key: 'y', count: 'alerts' },
      { label: navWords.orders, to: '/orders', count: 'orders' },
      {
        label: navWords.inspection,
        to: '/inspection',
        count: 'inspection',
        isFor: (me) => me.mayInspect,
      },
    ],
  },
  {
    title: navWords.running,
    entries: [
      { label: navWords.incidents, to: '/incidents', count: 'incidents', isFor: (me) => me.mayRepair },
      { label: navWords.migrations, to: '/migrations', isFor: (me) => me.mayMigrate },
    ],
  },
  {
    title: navWords.organization,
    entries: [
      { label: navWords.people, to: '/organization', isFor: (me) => me.mayInvite },
      { label: navWords.accounts, to: '/accounts', isFor: (me) => me.mayInvite },
      { label: navWords.accessTokens, to: '/access-tokens', isFor: (me) => me.mayInvite },
      { label: navWords.securityLog, to: '/security-log', isFor: (me) => me.mayReadSecurityLog },
    ],
  },
];

/** Whoever supervises finds that before what he could begin himself. */
const groupsInOrder = ({ maySupervise, mayInspect }: MeView): readonly NavGroup[] =>
  maySupervise || mayInspect ? groups.toSorted((one, other) => placeOf(one) - placeOf(other)) : groups;

const placeOf = ({ title }: NavGroup): number =>
  title === navWords.myWork ? 0 : title === navWords.supervision ? 1 : 2;

/** What this person finds; a group without entries is left out. */
export const navGroupsFor = (me: MeView): NavGroup[] =>
  groupsInOrder(me)
    .map(({ title, entries }) => ({ title, entries: entries.filter(({ isFor }) => isFor?.(me) ?? true) }))
    .filter(({ entries }) => entries.length > 0);
