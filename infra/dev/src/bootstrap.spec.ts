import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKOUT } from './places.js';

/** The bootstrap is plain JavaScript without types: it runs before anything is installed. */
const load = (name: string) => import(join(CHECKOUT, 'infra', 'dev', 'bootstrap', name));

describe('the bootstrap', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wuqing-bootstrap-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const packages = (file: string, entries: object): void => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify({ packages: entries }));
  };
  const wanted = {
    '': { name: 'root' },
    'libs/kernel': { version: '0.1.0' },
    'node_modules/@wuqing/kernel': { link: true },
    'node_modules/pg': { version: '8.23.1' },
    'node_modules/pg-other-platform': { version: '1.0.0', optional: true },
  };
  const present = { 'node_modules/@wuqing/kernel': { link: true }, 'node_modules/pg': { version: '8.23.1' } };

  it.each([
    ['all is there, packages for other platforms apart', present, true],
    ['a package has another version', { ...present, 'node_modules/pg': { version: '8.23.0' } }, false],
    ['a package of the workspace is not linked', { 'node_modules/pg': { version: '8.23.1' } }, false],
  ])('installs unless nothing is missing: %s', async (_, installed, answer) => {
    const { isInstalled } = await load('install.mjs');
    packages('package-lock.json', wanted);
    packages('node_modules/.package-lock.json', installed);
    for (const name of ['@wuqing/kernel', 'pg']) {
      mkdirSync(join(folder, 'node_modules', name), { recursive: true });
      writeFileSync(join(folder, 'node_modules', name, 'package.json'), '{}');
    }
    expect(isInstalled(folder)).toBe(answer);
  });

  it('installs anew what was deleted since', async () => {
    const { isInstalled } = await load('install.mjs');
    packages('package-lock.json', wanted);
    packages('node_modules/.package-lock.json', present);
    expect(isInstalled(folder)).toBe(false);
  });

  it('installs where nothing was installed, or an installation was broken off', async () => {
    const { isInstalled } = await load('install.mjs');
    packages('package-lock.json', wanted);
    mkdirSync(join(folder, 'node_modules'));
    expect(isInstalled(folder)).toBe(false);
  });

  it.each([
    [
      'all passed',
      { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0 },
      0,
      { passed: 7, failed: 0 },
    ],
    [
      'some failed',
      { numPassedTests: 7, numFailedTests: 2, numRuntimeErrorTestSuites: 0 },
      1,
      { passed: 7, failed: 2 },
    ],
    [
      'a suite could not run',
      { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 1 },
      1,
      { passed: 7, failed: 1 },
    ],
    [
      'Jest failed for another reason',
      { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0 },
      1,
      { passed: 7, failed: 1 },
    ],
  ])("reads Jest's numbers: %s", async (_, report, code, numbers) => {
    const { resultOf } = await load('jest.mjs');
    writeFileSync(join(folder, 'unit.json'), JSON.stringify(report));
    expect(resultOf(join(folder, 'unit.json'), code)).toEqual(numbers);
  });

  it('counts a Jest that left no numbers as a failure', async () => {
    const { resultOf } = await load('jest.mjs');
    expect(resultOf(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('takes the browser that is named, else the first on the PATH', async () => {
    const { findChromium } = await load('chromium.mjs');
    writeFileSync(join(folder, 'chromium'), '', { mode: 0o755 });
    expect(findChromium({ CHROMIUM_PATH: '/opt/chrome', PATH: folder })).toBe('/opt/chrome');
    expect(findChromium({ PATH: `/none:${folder}` })).toBe(join(folder, 'chromium'));
  });
});
