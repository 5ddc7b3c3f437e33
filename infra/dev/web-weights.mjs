#!/usr/bin/env node
/**
 * What a browser loads first of each entry of the web, gzip, and what it loads when its first page is shown; ends with 1
 * where an entry is heavier than its budget, the phone has any of antd, or any script of the phone has a regular expression that looks
 * behind: telephones before iOS 16.4 refuse the whole file. Run by the build of apps/web.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const web = join(fileURLToPath(import.meta.url), '..', '..', '..', 'apps', 'web');
const dist = join(web, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
const KB = 1000;

/** Entry, the pages that are there at once, the budget in kB of gzipped JavaScript. */
const entries = [
  { name: 'inbox', files: ['index.html', 'src/desk/inbox/inbox.page.tsx'], most: 300 },
  {
    name: 'phone',
    files: ['phone.html'],
    most: 130,
    mayNot: /\.ant-|antCls|ant-design/,
    looksBehind: /\(\?<[=!]/,
  },
];

let isBroken = false;
for (const { name, files, most, mayNot, looksBehind } of entries) {
  const chunks = [...new Set(files.flatMap((file) => chunksOf(file)))];
  const texts = chunks.map(read);
  const is = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0) / KB;
  const stray = mayNot && chunks.find((_, index) => mayNot.test(texts[index]));
  const refused =
    looksBehind &&
    files.flatMap((file) => chunksOf(file, 'whole')).find((file) => looksBehind.test(read(file)));
  if (is > most || stray || refused) isBroken = true;
  console.log(
    `${name.padEnd(8)} ${is.toFixed(1).padStart(7)} kB JavaScript, gzip, at most ${most}` +
      (is > most ? '  ← too much' : '') +
      (stray ? `  ← antd in ${stray}` : '') +
      (refused ? `  ← a look behind in ${refused}` : ''),
  );
}
if (isBroken) process.exitCode = 1;

function read(file) {
  return readFileSync(join(dist, file), 'utf8');
}

/** A chunk with all that it loads before it runs; `whole`: or ever. */
function chunksOf(key, how = 'first', seen = new Set()) {
  if (seen.has(key)) return [];
  seen.add(key);
  const chunk = manifest[key];
  if (!chunk)
    throw new Error(`Expected ${key} among the built files of apps/web, found ${Object.keys(manifest)}.`);
  const later = how === 'whole' ? (chunk.dynamicImports ?? []) : [];
  return [chunk.file, ...[...(chunk.imports ?? []), ...later].flatMap((inner) => chunksOf(inner, how, seen))];
}
