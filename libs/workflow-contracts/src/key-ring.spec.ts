import { keyRingFrom, serviceKeysFrom } from './key-ring.js';

const key = Buffer.alloc(32, 5);
const written = { current: 'k1', keys: { k1: key.toString('base64') } };

describe('key rings', () => {
  it('are read from JSON', () =>
    expect(keyRingFrom(JSON.stringify(written))).toEqual({ current: 'k1', keys: { k1: key } }));

  it('of service queues stand under their towns', () =>
    expect(serviceKeysFrom(JSON.stringify({ lingshui: written }))).toEqual({
      lingshui: { current: 'k1', keys: { k1: key } },
    }));

  it.each([
    [{ current: 'k2', keys: written.keys }, 'current payload key k2'],
    [{ current: 'k1', keys: { k1: 'c2hvcnQ=' } }, '32 bytes in payload key k1, found 5'],
  ])('refuse %j', (ring, message) => expect(() => keyRingFrom(JSON.stringify(ring))).toThrow(message));
});
