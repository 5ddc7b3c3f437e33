import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';
import { giveUp, stage } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The browser for the specs that look at pages: CHROMIUM_PATH, else one on the PATH, else Debian's (as root); its path. */
export async function provideChromium() {
  const found = findChromium(process.env);
  if (found) return found;
  if (process.getuid?.() === 0 && onPath('apt-get', process.env)) await installChromium();
  return (
    findChromium(process.env) ??
    giveUp(
      'The tests need Chromium: install it (Debian: `apt-get install chromium fonts-noto-cjk`) or name it in CHROMIUM_PATH.',
    )
  );
}

export function findChromium(env) {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  for (const name of NAMES) {
    const path = onPath(name, env);
    if (path) return path;
  }
  return existsSync(MAC) ? MAC : null;
}

function onPath(name, env) {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // not in this folder
    }
  }
  return null;
}

async function installChromium() {
  await stage('Chromium (apt-get install)', async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    const { code, output } = await run('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-noto-cjk'], {
      env,
    });
    if (code !== 0) console.log(output.slice(-2_000));
  });
}
