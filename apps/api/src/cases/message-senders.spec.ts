import type { ActorPosition } from '@wuqing/access';
import { libraryJourneys, libraryProcesses } from '@wuqing/process-library';
import { isSenderOf } from './message-senders.js';

/** Of every message of every journey that is shipped: who sends it there, `key@place`. */
const sent = libraryProcesses().flatMap(({ key: process }) =>
  libraryJourneys(process).flatMap(({ key, steps }) =>
    steps.flatMap((step) =>
      'message' in step ? [[`${process} ${key}`, step.message, step.as] as const] : [],
    ),
  ),
);

const at = (reference: string): ActorPosition => ({ key: reference.split('@')[0] }) as ActorPosition;

it('there are messages in journeys', () => expect(sent.length).toBeGreaterThan(10));

it.each(sent)('%s: %s may be sent by %s', (_journey, message, as) =>
  expect(isSenderOf(message)(at(as))).toBe(true),
);

it.each([
  ['report-withdrawn', 'village-party-secretary', false],
  ['petition-retracted', 'village-party-secretary', false],
  ['withdrawn', 'village-party-secretary', true],
  ['withdrawn', 'village-clerk', false],
  ['town-order', 'village-party-secretary', false],
  ['objection', 'village-clerk', true],
])('%s by %s: %s', (message, as, may) => expect(isSenderOf(message)(at(as))).toBe(may));
