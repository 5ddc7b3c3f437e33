import fc from 'fast-check';
import { newFormToken, readFormToken } from './form-token.js';
import { PublicSecret } from './public-secret.js';
import { codeHashOf, queryCodeOf, shownCode, typedHashes } from './query-code.js';

const keyOf = (byte: number): Buffer => Buffer.alloc(32, byte);
const secretOf = (current: string, keys: Record<string, Buffer>): PublicSecret =>
  new PublicSecret({ payloadKeys: { current, keys } });
const secret = secretOf('a', { a: keyOf(1) });
const rotated = secretOf('b', { a: keyOf(1), b: keyOf(2) });
const other = secretOf('a', { a: keyOf(3) });

const NOTICE = '00000000-0000-4000-8000-000000000001';
const NOW = Date.parse('2026-11-27T11:40:00Z');
const token = newFormToken(secret, NOTICE, NOW, Buffer.alloc(16, 9));
const later = NOW + 10_000;

describe('the proof in a form', () => {
  it.each([
    ['at once', NOW, 'too-soon'],
    ['after two seconds', NOW + 2_999, 'too-soon'],
    ['before it was asked for', NOW - 60_000, 'too-soon'],
    ['after a day and a bit', NOW + 86_400_001, 'too-old'],
  ])('is refused %s', (_when, now, fault) =>
    expect(readFormToken(secret, NOTICE, now, token)).toEqual({ ok: false, fault }),
  );

  it('is taken by every process that has the key, also when a newer one is in force', () => {
    const read = { ok: true, token: { nonce: Buffer.alloc(16, 9).toString('base64url') } };
    expect(readFormToken(secret, NOTICE, NOW + 3_000, token)).toEqual(read);
    expect(readFormToken(rotated, NOTICE, later, token)).toEqual(read);
  });

  it('belongs to one notice and one key', () => {
    expect(readFormToken(secret, NOTICE.replace('1', '2'), later, token)).toMatchObject({ fault: 'forged' });
    expect(readFormToken(other, NOTICE, later, token)).toMatchObject({ fault: 'forged' });
  });

  it('is nothing that somebody makes up or changes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readFormToken(secret, NOTICE, later, text)).toEqual({ ok: false, fault: 'forged' });
      }),
    );
    fc.assert(
      fc.property(fc.nat(token.length - 2), fc.constantFrom('A', '0', '.'), (at, sign) => {
        fc.pre(token[at] !== sign);
        const changed = `${token.slice(0, at)}${sign}${token.slice(at + 1)}`;
        expect(readFormToken(secret, NOTICE, later, changed).ok).toBe(false);
      }),
    );
  });
});

describe('a query code', () => {
  const code = queryCodeOf(secret, NOTICE, 'nonce');

  it('is the same for a retry, and another for every other form', () => {
    expect(queryCodeOf(secret, NOTICE, 'nonce')).toBe(code);
    const codes = Array.from({ length: 1_000 }, (_, n) => queryCodeOf(secret, NOTICE, String(n)));
    expect(new Set(codes).size).toBe(1_000);
    expect(codes.every((one) => /^[0-9A-HJKMNP-TV-Z]{11}$/.test(one))).toBe(true);
  });

  it('is found as a person writes it, with dashes, blanks, small letters and signs that were misread', () => {
    const hash = codeHashOf(secret, code);
    const shown = shownCode(code);
    expect(shown.length).toBe(13);
    const written = [
      shown,
      shown.toLowerCase(),
      shown.replaceAll(' ', '-'),
      shown.replaceAll('0', 'o').replaceAll('1', 'l'),
    ];
    for (const one of written) expect(typedHashes(secret, one)).toEqual([hash]);
  });

  it('is found after the key was changed, and is no code without all its signs', () => {
    expect(typedHashes(rotated, code)).toContain(codeHashOf(secret, code));
    expect(typedHashes(secret, code.slice(1))).toBeUndefined();
    expect(typedHashes(secret, '')).toBeUndefined();
  });
});
