import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';
import { giveUp, stage } from './say.mjs';

const LEFT_OUT = new Set(['node_modules', 'dist', 'generated', '.data', '.nx', '.git', 'coverage']);

/** Builds every package whose sources changed; a look at names, times and sizes (some 0.1 s) tells that none did. */
export async function build(checkout) {
  const args = ['run-many', '-t', 'build', '--outputStyle=static'];
  await buildUnlessDone(checkout, buildablePackages(checkout), 'all', args);
}

/** Builds the embedded runtime alone: enough where the specs run from the sources. */
export async function buildRuntime(checkout) {
  const args = ['run', '@wuqing/dev-runtime:build', '--excludeTaskDependencies', '--outputStyle=static'];
  await buildUnlessDone(checkout, [join(checkout, 'infra', 'dev')], 'runtime', args);
}

async function buildUnlessDone(checkout, packages, name, nxArguments) {
  const stampFile = join(checkout, 'node_modules', '.cache', 'wuqing', `${name}.build-stamp`);
  const stamp = stampOf(checkout, packages);
  const built = packages.every((folder) => existsSync(join(folder, 'dist')));
  if (built && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  await stage('build', () => runNx(checkout, nxArguments));
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

async function runNx(checkout, nxArguments) {
  const nx = join(checkout, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const env = {
    ...process.env,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
    NX_NATIVE_FILE_CACHE_DIRECTORY: join(checkout, '.nx', 'native'),
  };
  const { code, output } = await run(process.execPath, [nx, ...nxArguments], { cwd: checkout, env });
  if (code !== 0) giveUp(`${output}\nThe build failed: see the compiler's words above.`);
}

/** Folders of the workspace packages that have a build. */
function buildablePackages(checkout) {
  const { workspaces } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
  const folders = workspaces.flatMap((pattern) => {
    if (!pattern.endsWith('/*')) return [join(checkout, pattern)];
    const parent = join(checkout, pattern.slice(0, -2));
    return existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name)) : [];
  });
  return folders.filter((folder) => {
    const file = join(folder, 'package.json');
    return existsSync(file) && 'build' in (JSON.parse(readFileSync(file, 'utf8')).scripts ?? {});
  });
}

function stampOf(checkout, packages) {
  const hash = createHash('sha256');
  const add = (file) => {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  };
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) walk(path);
      else if (entry.isFile() && !/\.(real-)?spec\.tsx?$/.test(entry.name)) add(path);
    }
  };
  for (const file of ['.swcrc', 'nx.json', 'package-lock.json', 'apps/api/openapi.json'])
    add(join(checkout, file));
  for (const folder of packages) walk(folder);
  return hash.digest('hex');
}
