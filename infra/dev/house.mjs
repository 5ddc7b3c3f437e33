import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { survey } from './house/survey.js';

/** `npm run house`: prints the numbers that ARCHITECTURE.md promises; ends with 1 where one of them is broken. */
const { files, circles, breaches, floors } = survey(resolve(fileURLToPath(import.meta.url), '../../..'));
const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const quantile = (numbers, share) =>
  sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;

const lines = files.map((file) => file.lines);
const functions = files.flatMap((file) => file.functions);
const libs = files.filter((file) => file.path.startsWith('libs/'));
const commentShare =
  libs.reduce((sum, file) => sum + file.comments, 0) / libs.reduce((sum, file) => sum + file.lines, 0);
const floorsMax = Math.max(...floors.values());

const rows = [
  ['files', files.length, ''],
  ['lines of a file, median', quantile(lines, 0.5), 90],
  ['lines of a file, most', Math.max(...lines), 300],
  ['functions', functions.length, ''],
  ['lines of a function, median', quantile(functions, 0.5), 8],
  ['lines of a function, p90', quantile(functions, 0.9), 25],
  ['lines of a function, most', Math.max(...functions), 50],
  ['floors', floorsMax, 7],
  ['circles', circles.length, 0],
  ['forbidden imports', breaches.length, 0],
];
console.log('what'.padEnd(32), 'is'.padStart(7), 'at most'.padStart(9));
for (const [what, is, most] of rows) {
  console.log(
    what.padEnd(32),
    String(is).padStart(7),
    String(most).padStart(9),
    most !== '' && is > most ? '  ← too much' : '',
  );
}
console.log(
  'comments in libs'.padEnd(32),
  `${Math.round(commentShare * 100)} %`.padStart(7),
  '15–30 %'.padStart(9),
);
console.log('\nfloors:', [...floors].map(([name, height]) => `${name} ${height}`).join(' · '));
for (const circle of circles) console.log('circle:', circle.join(' → '));
for (const breach of breaches) console.log('forbidden:', breach);
for (const file of files.filter(({ lines: length }) => length > 300))
  console.log('file grown past its room:', file.path, file.lines);
for (const file of files)
  for (const length of file.functions) if (length > 50) console.log('long function:', file.path, length);
if (rows.some(([, is, most]) => most !== '' && is > most)) process.exitCode = 1;
