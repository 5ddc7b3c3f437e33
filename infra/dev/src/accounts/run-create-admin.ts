import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWNER } from '../postgres/cluster.js';
import { answers, postgresServer, postgresServerOf } from '../postgres/postgres-server.js';
import { sentenceOf } from '../sentence-of.js';
import { SetupFailure } from '../setup-failure.js';
import { startSettings, type StartSettings } from '../start/settings.js';
import { inviteAdministrator } from './invite-administrator.js';

const LOGIN = /^[a-z0-9][a-z0-9._-]{0,99}$/;
const PRODUCT_DATABASE = 'wuqing';

/** `npm run create-admin [-- --login <login>]`: prints an invitation, once. Gives the exit code. */
export async function runCreateAdmin(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  try {
    const login = loginFrom(argv);
    const { code, expiresAt } = await inviteAdministrator(
      await ownerUrl(startSettings(env)),
      login,
      Date.now(),
    );
    console.log(`account     ${login}\ninvitation  ${code}   (told this once, used once)`);
    console.log(`until       ${expiresAt.toISOString()}\nuse it at   /app/invitation on the pages`);
    return 0;
  } catch (error) {
    process.stderr.write(`\n${sentenceOf(error)}\n`);
    return 1;
  }
}

function loginFrom(argv: readonly string[]): string {
  const [option, login, ...rest] = argv.length === 0 ? ['--login', 'admin'] : argv;
  if (option !== '--login' || rest.length > 0 || login === undefined || !LOGIN.test(login))
    throw new SetupFailure('Usage: npm run create-admin -- --login <letters, figures, . _ ->.');
  return login;
}

/** The database that `npm start` uses: somebody's own, or the embedded one while it runs. */
async function ownerUrl({ databaseUrl, postgresFolder }: StartSettings): Promise<string> {
  if (databaseUrl !== null) {
    const server = postgresServerOf(databaseUrl);
    if (await answers(server)) return databaseUrl;
    throw new SetupFailure(
      `No PostgreSQL answers at ${server.host}:${server.port}: start it or correct DATABASE_URL.`,
    );
  }
  const server = embeddedServer(postgresFolder);
  if (server && (await answers(server))) return server.url(PRODUCT_DATABASE);
  throw new SetupFailure(
    'Wuqing does not run from this folder: leave `npm start` running, and ask again beside it.',
  );
}

/** Where the embedded server listens: the fourth line of its pid file. */
function embeddedServer(postgresFolder: string): ReturnType<typeof postgresServer> | undefined {
  try {
    const port = Number(
      readFileSync(join(postgresFolder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3],
    );
    const password = readFileSync(join(postgresFolder, 'owner-password'), 'utf8').trim();
    return Number.isInteger(port) && port > 0
      ? postgresServer({ host: '127.0.0.1', port, user: OWNER, password })
      : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
