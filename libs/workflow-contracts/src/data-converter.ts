import { createRequire } from 'node:module';
import type { DataConverter } from '@temporalio/common';
import { PayloadCipher, type PayloadKeyRing } from './payload-cipher.js';

/** Seals every payload, and messages and stacks of failures with them (see `failure-converter.ts`). */
export function createDataConverter(keys: PayloadKeyRing): DataConverter {
  const failureConverterPath = createRequire(import.meta.url).resolve(
    '@wuqing/workflow-contracts/failure-converter',
  );
  return { failureConverterPath, payloadCodecs: [new PayloadCipher(keys)] };
}

export type { PayloadKeyRing } from './payload-cipher.js';
export { keyRingFrom } from './payload-cipher.js';
