import { createHmac } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** A key of the installation as the database knows it again. */
export interface KeyFingerprint {
  /** `payload:<id>`, `session`, `service:<town>:<id>`, `master:<id>`, `identity-search`. */
  readonly name: string;
  readonly fingerprint: string;
}

/** The fingerprint of a key: the same for ever for the same key, and nothing else can be told from it. */
export const fingerprintOf = (name: string, key: Uint8Array | string): KeyFingerprint => ({
  name,
  fingerprint: createHmac('sha256', key).update('wuqing key fingerprint').digest('hex'),
});

/** The keys of a ring of payload keys. */
export const payloadFingerprints = (keys: Readonly<Record<string, Uint8Array>>): KeyFingerprint[] =>
  Object.entries(keys).map(([id, key]) => fingerprintOf(`payload:${id}`, key));

/** Of what is sealed of persons: the ring of master keys, and the key of the hashes by which they are found. */
export const identityFingerprints = (
  { keys }: { readonly keys: Readonly<Record<string, Uint8Array>> },
  searchKey: Uint8Array,
): KeyFingerprint[] => [
  ...Object.entries(keys).map(([id, key]) => fingerprintOf(`master:${id}`, key)),
  fingerprintOf('identity-search', searchKey),
];

export class ForeignKeys extends Error {
  override readonly name = 'ForeignKeys';
}

/**
 * Throws `ForeignKeys` with a sentence where a key that the database knows is missing or another one. Keys that it does
 * not know yet (all of them at the first start, a new one of a ring later) are known from here on. Only kinds of keys
 * that the caller has any of are asked for: the API has no keys of towns.
 */
export async function requireKnownKeys(source: DataSource, keys: readonly KeyFingerprint[]): Promise<void> {
  const known: KeyFingerprint[] = await source.query(
    'SELECT name, fingerprint FROM key_fingerprint ORDER BY name',
  );
  const faults = faultsOf(keys, known);
  if (faults.length > 0) throw new ForeignKeys(sentenceOf(faults));
  for (const key of keys) await remember(source, key);
}

/** Whether the database has been used with this very key. */
export async function isKnownKey(
  source: DataSource,
  { name, fingerprint }: KeyFingerprint,
): Promise<boolean> {
  const found: unknown[] = await source.query(
    'SELECT 1 FROM key_fingerprint WHERE name = $1 AND fingerprint = $2',
    [name, fingerprint],
  );
  return found.length > 0;
}

/** Two services that start at the same moment both come to know a new key: it must be the same. */
async function remember(source: DataSource, { name, fingerprint }: KeyFingerprint): Promise<void> {
  await source.query(
    'INSERT INTO key_fingerprint (name, fingerprint) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING',
    [name, fingerprint],
  );
  const [known] = (await source.query('SELECT name, fingerprint FROM key_fingerprint WHERE name = $1', [
    name,
  ])) as KeyFingerprint[];
  if (known?.fingerprint !== fingerprint) throw new ForeignKeys(sentenceOf([`${name} is another one`]));
}

const kindOf = ({ name }: KeyFingerprint): string => name.split(':', 1)[0]!;

/** What of the known keys is not there as it was. */
export function faultsOf(given: readonly KeyFingerprint[], known: readonly KeyFingerprint[]): string[] {
  const kinds = new Set(given.map(kindOf));
  return known
    .filter((key) => kinds.has(kindOf(key)))
    .flatMap(({ name, fingerprint }) => {
      const found = given.find((key) => key.name === name);
      if (!found) return [`${name} is missing`];
      return found.fingerprint === fingerprint ? [] : [`${name} is another one`];
    });
}

const sentenceOf = (faults: readonly string[]): string =>
  `Expected the keys that this database was used with, found that ${faults.join(', ')}. ` +
  'Put the secrets back that belong to it (.data/secrets.json, or the environment), from a backup if need be; ' +
  'see docs/backup.md, "Lost keys".';
