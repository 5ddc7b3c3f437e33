import { firstVersions } from './first-versions.js';

const version = (number: number, running: number, inForce = false) => ({
  version: number,
  running,
  inForce,
  effectiveFrom: '2026-08-24T01:00:00.000Z',
});
const versions = [version(3, 2, true), version(2, 5), version(1, 7)];
const process = { processKey: 'road', processName: '道路硬化', versions };

describe('the versions that a batch begins with', () => {
  it('are the old one by which most cases run, and the one in force', () =>
    expect(firstVersions(process)).toEqual({ processKey: 'road', fromVersion: 1, version: 3 }));

  it('are never the same', () =>
    expect(firstVersions(process, 3)).toEqual({ processKey: 'road', fromVersion: 3, version: 2 }));
});
