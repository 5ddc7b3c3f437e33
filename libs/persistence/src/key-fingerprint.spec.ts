import { faultsOf, fingerprintOf, payloadFingerprints } from './key-fingerprint.js';

const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const session = fingerprintOf('session', 'a secret');

describe('fingerprints of keys', () => {
  it('tell a key from another, and nothing of it', () => {
    const [first] = payloadFingerprints({ k1: one });
    expect(first).toEqual({ name: 'payload:k1', fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(payloadFingerprints({ k1: one })).toEqual([first]);
    expect(payloadFingerprints({ k1: other })).not.toEqual([first]);
    expect(first!.fingerprint).not.toContain(one.toString('hex').slice(0, 8));
  });

  it.each([
    ['the same', payloadFingerprints({ k1: one }), payloadFingerprints({ k1: one }), []],
    ['one more', payloadFingerprints({ k1: one, k2: other }), payloadFingerprints({ k1: one }), []],
    [
      'one less',
      payloadFingerprints({ k2: other }),
      payloadFingerprints({ k1: one, k2: other }),
      ['payload:k1 is missing'],
    ],
    [
      'another',
      payloadFingerprints({ k1: other }),
      payloadFingerprints({ k1: one }),
      ['payload:k1 is another one'],
    ],
    ['none known', payloadFingerprints({ k1: one }), [], []],
    ['of kinds that are not given', payloadFingerprints({ k1: one }), [session], []],
    ['another session secret', [fingerprintOf('session', 'b')], [session], ['session is another one']],
  ])('%s', (_is, given, known, faults) => expect(faultsOf(given, known)).toEqual(faults));
});
