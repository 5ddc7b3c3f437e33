import type { MeView } from '../../client/api.js';
import { helpWords } from '../../words/help.words.js';
import { navGroupsFor } from './nav-entries.js';

const everybody = {
  maySupervise: true,
  mayInspect: true,
  mayRepair: true,
  mayMigrate: true,
  mayInvite: true,
  mayReadLedgers: true,
} as MeView;
const helped = helpWords.allKeys.map(([keys]) => keys.join(' '));

it('lists the key of every page that has one', () => {
  const pages = navGroupsFor(everybody).flatMap(({ entries }) => entries.flatMap(({ key }) => key ?? []));
  expect(helped.filter((keys) => keys.startsWith('g ')).sort()).toEqual(
    pages.map((key) => `g ${key}`).sort(),
  );
});

it('lists no key twice', () => expect(new Set(helped).size).toBe(helped.length));
