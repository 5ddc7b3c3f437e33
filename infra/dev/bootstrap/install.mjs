import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';
import { giveUp, stage } from './say.mjs';

/** The Node that `engines` of the root package asks for, as ">=20.19". */
export function requireNode(checkout) {
  const wanted = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')).engines.node.replace(
    '>=',
    '',
  );
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  giveUp(
    `This is Node ${process.versions.node}, needed is ≥ ${wanted}: install a newer Node and start again.`,
  );
}

/**
 * Whether node_modules holds what the lock file names. npm writes down in node_modules/.package-lock.json what it
 * has installed, at the very end; packages for other platforms are in the lock file only.
 */
export function isInstalled(checkout) {
  const record = join(checkout, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || !path.includes('node_modules/')) return true;
    const found = present[path];
    if (!found) return entry.optional || entry.devOptional || entry.peer;
    const same = found.version === entry.version && found.link === entry.link;
    return same && existsSync(join(checkout, path, 'package.json')); // someone may have deleted it since
  });
}

/** Lies there while npm works, and afterwards only if it was broken off. */
const unfinishedMark = (checkout) => join(checkout, '.data', 'installation-unfinished');

/** `npm ci` where it is needed. */
export async function install(checkout) {
  const mark = unfinishedMark(checkout);
  if (!existsSync(mark) && isInstalled(checkout)) return;
  mkdirSync(dirname(mark), { recursive: true, mode: 0o755 });
  writeFileSync(mark, '');
  await stage('dependencies (npm ci)', async () => {
    const { code, output } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], checkout);
    if (code !== 0)
      giveUp(`${output}\nnpm ci ended with ${code}: see its words above, mend that and start again.`);
  });
  rmSync(mark);
}

/** The npm that started us, so that it is that Node's own; else the one on the PATH. */
function npm(args, cwd) {
  const program = process.env.npm_execpath;
  return program?.endsWith('.js')
    ? run(process.execPath, [program, ...args], { cwd })
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd });
}
