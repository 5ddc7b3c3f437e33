import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askingAhead } from './asked-ahead.js';

const SESSION = '<link rel="preload" as="fetch" href="/api/session" crossorigin nonce="n"/>';
/** As the build leaves it: in the lines in which it was written. */
const LIST =
  '<link\n rel="preload"\n as="fetch"\n href="/api/user-tasks?limit=50"\n crossorigin\n   data-first="inbox" nonce="n"/>';
const PART = [
  '<link rel="stylesheet" crossorigin href="/assets/inbox.css">',
  '<link rel="modulepreload" crossorigin href="/assets/inbox.js">',
];
const PAGE = `<head>${SESSION}\n  ${LIST}<script src="/assets/desk.js"></script></head>`;

describe('what a page asks for ahead', () => {
  const folder = mkdtempSync(join(tmpdir(), 'asked-ahead-'));
  const manifest = {
    'src/desk/inbox/inbox.page.tsx': {
      file: 'assets/inbox.js',
      imports: ['_desk'],
      css: ['assets/inbox.css'],
    },
    _desk: { file: 'assets/desk.js' },
  };
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, '.vite', 'manifest.json'), JSON.stringify(manifest));
  const linksIn = (page: string): string[] => page.match(/<link[^>]*>/g) ?? [];
  const forAddress = askingAhead(folder);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['/app', '/app/', '/app/inbox', '/app/inbox/'])('%s: the list, and its part', (address) =>
    expect(linksIn(forAddress(PAGE, address))).toEqual([SESSION, LIST, ...PART]),
  );

  it.each(['/m', '/m/', '/m/inbox'])('%s: the list', (address) =>
    expect(linksIn(forAddress(PAGE, address))).toEqual([SESSION, LIST]),
  );

  it.each(['/app/inbox?tone=late', '/app/inbox/x', '/app/cases', '/m/tasks/x', '/m/inbox?only=red'])(
    '%s: nothing of the list',
    (address) => expect(linksIn(forAddress(PAGE, address))).toEqual([SESSION]),
  );
});
