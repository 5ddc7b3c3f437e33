import type { DataSource } from 'typeorm';
import type { Actor } from './actor.js';
import { requireWholeData } from './data-check/check-data.js';
import { createDataSource, type DatabaseOptions } from './data-source.js';
import { requireKnownKeys, type KeyFingerprint } from './key-fingerprint.js';
import { requireCurrentSchema } from './migrate.js';
import { UnitOfWork } from './unit-of-work.js';

/** The database, once its schema, keys and data are as a service needs them; throws a sentence where they are not. */
export async function openDatabase(
  options: DatabaseOptions,
  keys: readonly KeyFingerprint[],
  actor: Actor,
): Promise<DataSource> {
  const source = await createDataSource(options).initialize();
  await requireCurrentSchema(source);
  await requireKnownKeys(source, keys);
  await requireWholeData(new UnitOfWork(source), actor);
  return source;
}
