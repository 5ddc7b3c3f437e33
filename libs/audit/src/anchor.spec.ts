import { createHash } from 'node:crypto';
import { NO_ANCHOR, anchorText, followingAnchor, readAnchor, type Anchor } from './anchor.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const CASE = '0198c0de-0000-7000-8000-000000000001';

const first: Anchor = {
  number: 1,
  day: '2026-11-30',
  madeAt: '2026-11-29T16:00:00.000Z',
  previousHash: NO_ANCHOR.hash,
  heads: [{ caseId: CASE, seq: 3, head: 'a'.repeat(64) }],
};

it('is what this text says, for ever', () => {
  expect(anchorText(first)).toBe(
    `{"chains":1,"day":"2026-11-30","format":"wuqing-anchor 1","madeAt":"2026-11-29T16:00:00.000Z","number":1,"previousHash":"${'0'.repeat(64)}"}\n` +
      `${CASE} 3 ${'a'.repeat(64)}\n`,
  );
  expect(readAnchor(anchorText(first))).toEqual({ ok: true, value: first });
});

it.each<[string, string]>([
  ['nothing', ''],
  ['another file', 'hello\n'],
  ['a line less than its first one says', `${anchorText(first).split('\n')[0]}\n`],
  ['a line more', `${anchorText(first)}${CASE} 4 ${'b'.repeat(64)}\n`],
  ['a line that is none', anchorText(first).replace(' 3 ', ' three ')],
  ['without a number', '{"chains":0,"format":"wuqing-anchor 1"}\n'],
  ['with a number that is a text', anchorText(first).replace('"number":1', '"number":"1"')],
  ['with a day that is none', anchorText(first).replace('"2026-11-30"', '20261130')],
  ['no last line break', anchorText(first).trimEnd()],
])('cannot be read where it is %s', (_, text) => {
  expect(readAnchor(text).ok).toBe(false);
});

it('follows on the one before, by number and hash', () => {
  const one = followingAnchor(NO_ANCHOR, anchorText(first), sha256);
  if (!one.ok) throw new Error(one.error);
  const second = { ...first, number: 2, day: '2026-12-01', previousHash: one.value.hash };
  expect(followingAnchor(one.value, anchorText(second), sha256).ok).toBe(true);
  expect(followingAnchor(one.value, anchorText({ ...second, number: 3 }), sha256).ok).toBe(false);
  expect(followingAnchor(NO_ANCHOR, anchorText(second), sha256).ok).toBe(false);
  const forged = { ...first, heads: [{ caseId: CASE, seq: 3, head: 'c'.repeat(64) }] };
  const other = followingAnchor(NO_ANCHOR, anchorText(forged), sha256);
  if (!other.ok) throw new Error(other.error);
  expect(followingAnchor(other.value, anchorText(second), sha256)).toMatchObject({
    ok: false,
    error: expect.stringContaining('forged'),
  });
});
