import { partialMatchKey } from '@tanstack/react-query';
import * as api from './api.js';

const infinite = Object.entries(api).filter(([name]) => name.endsWith('InfiniteQueryKey')) as [
  keyof typeof api,
  () => readonly [{ readonly tags?: readonly string[] }],
][];

/** What a page does is followed by reading anew what carries a tag: a list that is read page by page must carry it as well. */
it('knows lists that are read page by page', () => expect(infinite.length).toBeGreaterThan(10));

it.each(infinite)('%s is found by the tags of the same list read at once', (name, keyOf) => {
  const once = api[name.replace('Infinite', '') as keyof typeof api] as typeof keyOf;
  const { tags } = once()[0];
  expect(tags).toHaveLength(1);
  expect(partialMatchKey(keyOf(), [{ tags }])).toBe(true);
});
