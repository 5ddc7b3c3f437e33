import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../places.js';
import { LEAST_GO } from '../programs/go-toolchain.js';
import { archiveName, TEMPORAL_VERSION } from './temporal-release.js';

describe('the pinned Temporal release', () => {
  const module = readFileSync(join(CHECKOUT, 'infra', 'temporal-server', 'go.mod'), 'utf8');

  it('is the one that the Go module pins', () => {
    expect(module).toContain(`\tgo.temporal.io/server v${TEMPORAL_VERSION} `);
    expect(module).toContain(`\ngo ${LEAST_GO}\n`);
  });

  it.each([
    ['linux', 'x64', 'temporal_1.32.1_linux_amd64.tar.gz'],
    ['darwin', 'arm64', 'temporal_1.32.1_darwin_arm64.tar.gz'],
    ['linux', 'riscv64', 'temporal_1.32.1_linux_riscv64.tar.gz'],
  ])('has the archive for %s on %s', (system, processor, name) => {
    expect(archiveName(system, processor)).toBe(name);
  });
});
