import { mkdtempSync, rmSync, statSync } from 'node:fs';
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
});
