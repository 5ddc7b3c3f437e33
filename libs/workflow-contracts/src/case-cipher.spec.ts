import { defaultPayloadConverter, type Payload, type SerializationContext } from '@temporalio/common';
import { CaseCipher } from './case-cipher.js';
import { PayloadCipher } from './payload-cipher.js';
import type { PayloadKeyRing } from './key-ring.js';
import { UNREADABLE_ANSWER } from './service-answer.js';
import { serviceActivityId } from './task-queues.js';

const ring = (id: string, byte: number): PayloadKeyRing => ({
  current: id,
  keys: { [id]: Buffer.alloc(32, byte) },
});
const caseKeys = ring('case', 1);
const town = new PayloadCipher(ring('k1', 2));
const cipher = new CaseCipher(caseKeys, { lingshui: ring('k1', 2), qingshi: ring('k1', 3) });

const activity = (activityId: string, isLocal = false): SerializationContext => ({
  type: 'activity',
  namespace: 'n',
  activityId,
  workflowId: 'case-1',
  isLocal,
});
const service = activity(serviceActivityId('lingshui', 'look-up#3'));
const value = { household: 'h-1', note: 'x'.repeat(600) };
const payload = defaultPayloadConverter.toPayload(value);
const read = (payloads: Payload[]) => payloads.map((one) => defaultPayloadConverter.fromPayload(one));

describe('the codec of the process worker', () => {
  it('seals what goes to a service task under the key of its queue, not under the case’s', async () => {
    const sealed = await cipher.encode([payload], service);
    expect(read(await town.decode(sealed))).toEqual([value]);
    await expect(new PayloadCipher(caseKeys).decode(sealed)).rejects.toThrow('payload key k1');
  });

  it('opens the answer to a service task under the key of its queue', async () => {
    expect(read(await cipher.decode(await town.encode([payload]), service))).toEqual([value]);
  });

  it.each([
    ['a workflow', { type: 'workflow', namespace: 'n', workflowId: 'case-1' } as const],
    ['a local activity of that name', activity(serviceActivityId('lingshui', 'a#1'), true)],
    ['another activity', activity('7')],
    ['nothing known', undefined],
  ])('keeps the payloads of %s from a town', async (_, context) => {
    const sealed = await cipher.encode([payload], context);
    await expect(town.decode(sealed)).rejects.toThrow('payload key case');
    expect(read(await cipher.decode(sealed, context))).toEqual([value]);
    await expect(cipher.decode(await town.encode([payload]), context)).rejects.toThrow('payload key k1');
  });

  it.each([
    ['unsealed', async () => [payload]],
    ['sealed by another town', () => new PayloadCipher(ring('k1', 3)).encode([payload])],
  ])('calls an answer unreadable that is %s', async (_, answer) => {
    expect(read(await cipher.decode(await answer(), service))).toEqual([{ [UNREADABLE_ANSWER]: true }]);
  });

  it('waits for a key that a town’s ring has not, because a replay must not take another road', async () => {
    const retired = await new PayloadCipher(ring('k0', 2)).encode([payload]);
    await expect(cipher.decode(retired, service)).rejects.toThrow('payload key k0');
  });

  it('seals for a town without a key so that nobody can open it', async () => {
    const unknown = activity(serviceActivityId('nowhere', 'a#1'));
    const sealed = await cipher.encode([payload], unknown);
    await expect(town.decode(sealed)).rejects.toThrow('payload key none');
    expect(read(await cipher.decode(await town.encode([payload]), unknown))).toEqual([
      { [UNREADABLE_ANSWER]: true },
    ]);
  });
});
