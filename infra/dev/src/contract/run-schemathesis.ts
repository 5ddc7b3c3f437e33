import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Person } from '../drive/index.js';
import { CHECKOUT, DATA_FOLDER } from '../places.js';
import { Supervisor } from '../process/supervisor.js';
import { progressLines } from '../progress.js';
import { DEMO_PASSWORD } from '../seed/index.js';
import { sentenceOf } from '../sentence-of.js';
import { beAlone, requireAlone } from '../start/one-run.js';
import { ownDemoSettings } from '../start/own-demo.js';
import { startProduct } from '../start/start-product.js';

const PORT = 8_193;
/** A village's official, a supervisor, 纪委 and an administrator. */
const LOGINS = ['v01-clerk', 'b1-secretary', 'jiwei-clerk', 'admin'] as const;
/** What an answer is held to: no failure of the server, and nothing that the description does not say. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];
/** They end or lock the very sessions that ask, and all that came after would be refused at the door. */
const ENDS_SESSIONS =
  '^(SessionController_(open|close|change)|SessionsController_end|SecondFactor|AccountDoors|AccountsController_(signOut|forget))';
/** A request in the name of a whole town. */
const MANY = '10000';

/**
 * `npm run schemathesis [-- <options of schemathesis>]`: asks every operation of `openapi.json` of a demo of its own, signed in as
 * four people, with requests that Schemathesis makes of the description, right and wrong ones. Ends with 1 where an answer is 500 or above or is not as described.
 */
export async function runSchemathesis(
  program: string,
  options: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const progress = progressLines({ write: (text) => void process.stdout.write(text), terminal: false });
  const supervisor = new Supervisor({ note: progress.note });
  const folder = join(DATA_FOLDER, 'schemathesis-town');
  const settings = ownDemoSettings({ ...env, WUQING_BUDGETS_TIMES: MANY }, folder, PORT);
  let release = (): void => undefined;
  try {
    requireAlone(settings);
    release = beAlone(settings);
    const { url } = await startProduct({ settings, supervisor, progress });
    let broken = 0;
    for (const login of LOGINS) if (!(await askAs(login, url, program, options))) broken += 1;
    process.stdout.write(
      `\nschemathesis as ${LOGINS.join(', ')}: ${broken === 0 ? 'held' : `broken as ${broken}`}\n`,
    );
    return broken === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`\n${sentenceOf(error)}\n`);
    return 1;
  } finally {
    await supervisor.stopAll();
    release();
  }
}

async function askAs(
  login: string,
  url: string,
  program: string,
  options: readonly string[],
): Promise<boolean> {
  const person = await Person.signIn(url, login, DEMO_PASSWORD);
  const headers = Object.entries(person.headers).flatMap(([name, value]) => [
    '--header',
    `${name}: ${value}`,
  ]);
  const description = join(CHECKOUT, 'apps/api/openapi.json');
  const args = ['run', description, '--url', url, ...headers, '--checks', CHECKS.join(',')];
  const bounds = [
    '--phases',
    'examples,coverage,fuzzing',
    '--max-examples',
    '25',
    '--exclude-operation-id-regex',
    ENDS_SESSIONS,
  ];
  process.stdout.write(`\n— as ${login}\n`);
  const child = spawn(program, [...args, ...bounds, ...options], { stdio: 'inherit', cwd: DATA_FOLDER }); // it keeps a cache where it runs
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  );
  // What asks must be signed in to the end, or nothing was asked behind the door.
  await person.get('/api/session');
  return code === 0;
}
