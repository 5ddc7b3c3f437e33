import { mkdtempSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sentenceOf } from './sentence-of.js';
import { SetupFailure } from './setup-failure.js';

const folder = mkdtempSync(join(tmpdir(), 'wuqing-sentence-'));
const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
writeFileSync(join(folder, 'file'), '');

it.each<[string, unknown, RegExp]>([
  ['a failure of our own', new SetupFailure('Do this.'), /^Do this\.$/],
  [
    'a file that is missing',
    thrownBy(() => readFileSync(join(folder, 'gone'))),
    /gone is not there: restore .*ENOENT/,
  ],
  ['a folder for a file', thrownBy(() => readFileSync(folder)), /is a folder where a file is meant/],
  [
    'a file for a folder',
    thrownBy(() => mkdirSync(join(folder, 'file', 'x'))),
    /a file stands where a folder is meant/,
  ],
  [
    'a right that is missing',
    Object.assign(new Error('x'), { code: 'EACCES', path: '/d' }),
    /^\/d may not be read or written/,
  ],
  ['a full disk', Object.assign(new Error('x'), { code: 'ENOSPC' }), /finds no room/],
  [
    'anything else',
    new Error('Expected postgres to serve, found: it ended with 1'),
    /^Expected postgres .* with 1\.$/,
  ],
  ['no error at all', 'odd', /^odd\.$/],
])('%s', (_is, error, sentence) => {
  expect(sentenceOf(error)).toMatch(sentence);
  expect(sentenceOf(error)).not.toMatch(/\n\s+at /);
});
