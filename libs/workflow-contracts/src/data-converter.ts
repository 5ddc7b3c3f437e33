import { createRequire } from 'node:module';
import type { DataConverter, PayloadCodec } from '@temporalio/common';
import { CaseCipher } from './case-cipher.js';
import { PayloadCipher } from './payload-cipher.js';
import type { PayloadKeyRing } from './key-ring.js';

/**
 * Of client and process worker. Seals every payload, and messages and stacks of failures with them; what goes to and
 * comes from a service task under the key ring of its town.
 */
export const createDataConverter = (
  keys: PayloadKeyRing,
  serviceKeys: Readonly<Record<string, PayloadKeyRing>> = {},
): DataConverter => sealing(new CaseCipher(keys, serviceKeys));

/** Of a town's own service worker: everything under its queue's key ring (docs/service-workers.md). */
export const createServiceDataConverter = (keys: PayloadKeyRing): DataConverter =>
  sealing(new PayloadCipher(keys));

function sealing(codec: PayloadCodec): DataConverter {
  const failureConverterPath = createRequire(import.meta.url).resolve(
    '@wuqing/workflow-contracts/failure-converter',
  );
  return { failureConverterPath, payloadCodecs: [codec] };
}

export { keyRingFrom, serviceKeysFrom } from './key-ring.js';
export type { PayloadKeyRing } from './key-ring.js';
