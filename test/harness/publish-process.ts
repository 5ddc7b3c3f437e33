import { createHash } from 'node:crypto';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import { canonicalJson, type Json } from '@wuqing/kernel';
import { v7 as uuidv7 } from 'uuid';
import type { Product } from './product.js';

/** Puts a process of the spec's own in force; answers with its checksum. It has no drawing and no forms. */
export async function publishProcess(product: Product, process: ExecutableProcess): Promise<string> {
  const compiled = canonicalJson(process as unknown as Json);
  const checksum = createHash('sha256').update(compiled).digest('hex');
  await product.query(
    `INSERT INTO process_definition_version
       (id, key, version, checksum, name, xml, compiled, forms, state, author, approver, effective_from, created_at)
     VALUES ($1, $2, 1, $3, $4, '', $5, '{}', 'in-force', 'system:test', 'system:test', now(), now())`,
    [uuidv7(), process.key, checksum, process.name, compiled],
  );
  return checksum;
}
