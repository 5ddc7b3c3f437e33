import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a statement does to a table, in PostgreSQL's word for the right to it. */
export interface Use {
  readonly table: string;
  readonly right: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
}

const root = join(import.meta.dirname, '..', '..', '..', '..');

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(root, folder, file))
    .filter((file) => file.endsWith('.ts') && !/\.(real-)?spec\.ts$|\/(testing|migrations)\//.test(file))
    .filter((file) => statSync(file).isFile());
const textOf = (file: string): string => readFileSync(file, 'utf8');

/** Top-level functions and constants of persistence, by name; what bears one name in two files is taken together. */
function definitions(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const text of filesBelow('libs/persistence/src').map(textOf)) {
    for (const part of text.split(/\n(?=(?:export )?(?:async )?(?:function|const|class) )/)) {
      const name = /^(?:export )?(?:async )?(?:function|const|class) (\w+)/.exec(part)?.[1];
      if (name !== undefined) found.set(name, `${found.get(name) ?? ''}\n${part}`);
    }
  }
  return found;
}

/** Everything of persistence that these rooms can reach, as text. */
export function reachedBy(rooms: readonly string[]): string {
  const known = definitions();
  const texts = rooms.flatMap((room) => filesBelow(`${room}/src`)).map(textOf);
  const waiting = texts.flatMap((text) => namesIn(text).filter((name) => known.has(name)));
  const reached = new Map<string, string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    const text = known.get(name)!;
    reached.set(name, text);
    waiting.push(...namesIn(text).filter((other) => known.has(other)));
  }
  const pieces = piecesIn([...known.values()]);
  return [...reached.values(), ...texts].map((text) => expanded(text, pieces)).join('\n');
}

/** Pieces of SQL by the name of their constant. */
const piecesIn = (texts: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    texts.flatMap((text) =>
      [...text.matchAll(/const (\w+) =\s*(?:`([^`]*)`|'([^']*)')/g)].map(
        ([, name, one, other]) => [name!, one ?? other ?? ''] as const,
      ),
    ),
  );

const expanded = (text: string, pieces: ReadonlyMap<string, string>): string =>
  text.replace(/\$\{(\w+)\}/g, (whole, name: string) => pieces.get(name) ?? whole);

const namesIn = (text: string): string[] => [...new Set(text.match(/\b[A-Za-z_]\w*\b/g) ?? [])];

/** What the statements in a text do to `tables`; a lock of rows needs the right to change them. */
export function usesIn(text: string, tables: readonly string[]): Use[] {
  return tables.flatMap((table) => {
    const named = `(?:\\w+\\.)?${table}\\b`;
    const does = (pattern: string): boolean => new RegExp(pattern, 's').test(text);
    const entity = `${table.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Entity`;
    // Whoever changes rows that he chooses, or is told what he wrote, reads them, too.
    const reads =
      does(`\\b(FROM|JOIN|USING|UPDATE)\\s+${named}|,\\s*${named} \\w+\\b`) ||
      does(`INSERT INTO ${named}[^\`;]*(RETURNING|ON CONFLICT)`) ||
      // A statement whose tables are put into it.
      (/FROM \$\{(table|name)\}/.test(text) && does(`'${table}\\b`)) ||
      text.includes(entity);
    const uses: [Use['right'], boolean][] = [
      ['SELECT', reads],
      ['INSERT', does(`INSERT INTO ${named}`) || does(`\\.insert\\(${entity}`)],
      [
        'UPDATE',
        does(`UPDATE ${named}`) ||
          // A statement for several tables, which are named beside it.
          (text.includes('UPDATE ${table}') && does(`'${table}'`)) ||
          does(`INSERT INTO ${named}[^\`;]*DO UPDATE`) ||
          does(`(FROM|JOIN) ${named}[^\`']*FOR (NO KEY )?UPDATE`),
      ],
      ['DELETE', does(`DELETE FROM ${named}`)],
    ];
    return uses.flatMap(([right, isUsed]) => (isUsed ? [{ table, right }] : []));
  });
}
