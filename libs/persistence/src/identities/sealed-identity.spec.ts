import { randomBytes } from 'node:crypto';
import { RingOfMasterKeys } from './master-keys.js';
import { identityHash, openIdentity, sealIdentity, subjectOf, subjectsIn } from './sealed-identity.js';

const KEY = randomBytes(32);
const WHO = '0e9f1f0c-7a51-4d1b-8a39-2e6a3a8c9d01';
const OTHER = '0e9f1f0c-7a51-4d1b-8a39-2e6a3a8c9d02';
const PLACE = { caseId: 'c1', field: 'names' };
const sealed = sealIdentity('王小明', PLACE, WHO, KEY);

it('opens where it was sealed, and shows nothing of the text', () => {
  expect(openIdentity(sealed, PLACE, KEY)).toBe('王小明');
  expect(sealed).not.toContain('王');
  expect(subjectOf(sealed)).toBe(WHO);
});

it.each<[string, string | undefined]>([
  ['in another case', openIdentity(sealed, { ...PLACE, caseId: 'c2' }, KEY)],
  ['in another field', openIdentity(sealed, { ...PLACE, field: 'contact' }, KEY)],
  ['under another key', openIdentity(sealed, PLACE, randomBytes(32))],
  ['for another person', openIdentity(sealed.replace(WHO, OTHER), PLACE, KEY)],
  ['cut off', openIdentity(sealed.slice(0, -2), PLACE, KEY)],
  ['without anything', openIdentity(`wqid1.${WHO}.AA`, PLACE, KEY)],
  ['changed', openIdentity(sealed.slice(0, -3) + (sealed.endsWith('AAA') ? 'BBB' : 'AAA'), PLACE, KEY)],
])('does not open %s', (_where, text) => {
  expect(text).toBeUndefined();
});

it('is the same for the same text in the same place, so that a retry is known again, and another for any other', () => {
  const seals = [
    sealed,
    sealIdentity('王小明', PLACE, WHO, KEY),
    sealIdentity('王小明', { ...PLACE, field: 'agents' }, WHO, KEY),
    sealIdentity('王小红', PLACE, WHO, KEY),
    sealIdentity('王小明', PLACE, WHO, randomBytes(32)),
  ];
  expect(new Set(seals).size).toBe(4);
  // Nonces too: none is ever used for two texts.
  expect(new Set(seals.map((one) => one.slice(43, 59))).size).toBe(4);
});

it('is found in any value, each person once, and not taken for sealed where it only begins like it', () => {
  const other = sealIdentity('李', PLACE, OTHER, KEY);
  expect(subjectsIn({ names: [sealed, other], accused: { id: WHO, name: sealed }, n: 1 })).toEqual([
    WHO,
    OTHER,
  ]);
  expect(subjectsIn({ text: 'wqid1.nobody.x', none: null })).toEqual([]);
});

it.each<[string, string, boolean]>([
  ['王小明', ' 王 小明', true],
  ['ＡＢＣ１３８', 'abc138', true],
  ['138-0000-1234', '13800001234', true],
  ['阿卜杜拉·买买提', '阿卜杜拉•买买提', true],
  ['王小明', '王小', false],
])('is found again by a keyed hash: %s and %s %s', (one, other, same) => {
  expect(identityHash(one, KEY) === identityHash(other, KEY)).toBe(same);
  expect(identityHash(one, KEY)).not.toBe(identityHash(one, randomBytes(32)));
});

describe('a key of a person', () => {
  const old = randomBytes(32);
  const ring = new RingOfMasterKeys({ current: 'm1', keys: { m1: old } });
  const next = new RingOfMasterKeys({ current: 'm2', keys: { m1: old, m2: randomBytes(32) } });

  it('is unwrapped for its person by every ring that has the master key', async () => {
    const wrapped = await ring.wrap(KEY, WHO);
    expect(await next.unwrap(wrapped, WHO)).toEqual(KEY);
    expect([ring.isCurrent(wrapped), next.isCurrent(wrapped)]).toEqual([true, false]);
    await expect(ring.unwrap(wrapped, OTHER)).rejects.toThrow(/wrapped for person/);
    await expect(ring.unwrap(await next.wrap(KEY, WHO), WHO)).rejects.toThrow(/master key m2/);
  });
});
