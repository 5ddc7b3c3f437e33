import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyRingFrom } from '@wuqing/workflow-contracts/data-converter';
import { ensureSecrets } from './secrets.js';

describe('secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wuqing-secrets-'));
  const file = join(folder, 'data', 'secrets.json');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are made once, for their owner only, and stay the same', () => {
    const made = ensureSecrets(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(ensureSecrets(file)).toEqual(made);
  });

  it('differ between installations', () => {
    const other = ensureSecrets(join(folder, 'other.json'));
    const own = ensureSecrets(file);
    for (const name of ['apiPassword', 'workerPassword', 'sessionSecret'] as const)
      expect(other[name]).not.toBe(own[name]);
    expect(other.payloadKeys.keys).not.toEqual(own.payloadKeys.keys);
  });

  it('hold a key ring that the payload codec accepts', () => {
    const ring = keyRingFrom(JSON.stringify(ensureSecrets(file).payloadKeys));
    expect(ring.keys[ring.current]).toHaveLength(32);
  });

  it.each([
    ['is no JSON', '{"apiPassword":"a-secret-word'],
    ['is empty', ''],
    ['is a list', '[]'],
    ['is null', 'null'],
    ['lacks a password', JSON.stringify({ ...ensureSecrets(file), workerPassword: undefined })],
    ['has an empty secret', JSON.stringify({ ...ensureSecrets(file), sessionSecret: '' })],
    ['has no keys', JSON.stringify({ ...ensureSecrets(file), payloadKeys: undefined })],
    [
      'has a key too short',
      JSON.stringify({ ...ensureSecrets(file), payloadKeys: { current: 'k', keys: { k: 'YQ==' } } }),
    ],
    ['has a search key too short', JSON.stringify({ ...ensureSecrets(file), identitySearchKey: 'YQ==' })],
    ['has a search key that is a number', JSON.stringify({ ...ensureSecrets(file), identitySearchKey: 1 })],
    [
      'has no current key',
      JSON.stringify({ ...ensureSecrets(file), payloadKeys: { current: 'k2', keys: {} } }),
    ],
    [
      'has a ring of numbers',
      JSON.stringify({ ...ensureSecrets(file), payloadKeys: { current: 'k', keys: { k: 1 } } }),
    ],
  ])('that cannot be read (%s) are refused with a sentence, and never made anew', (_is, text) => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, text);
    expect(() => ensureSecrets(broken)).toThrow(
      /^The secrets in .*broken\.json cannot be read \(.+\): put the file back/,
    );
    expect(() => ensureSecrets(broken)).not.toThrow(/a-secret-word/);
    expect(readFileSync(broken, 'utf8')).toBe(text);
  });
});
