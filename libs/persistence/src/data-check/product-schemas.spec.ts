import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { productSchemas } from './product-schemas.js';

it('names every schema that a migration makes: a backup takes no other', () => {
  const folder = join(import.meta.dirname, '../migrations');
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const made = texts.flatMap((text) =>
    [...text.matchAll(/CREATE SCHEMA (?:IF NOT EXISTS )?(\w+)/g)].map(([, name]) => name!),
  );
  expect([...productSchemas].sort()).toEqual([...new Set(['public', ...made])].sort());
});
