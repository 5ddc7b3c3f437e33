import { mkdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../process/free-ports.js';
import { ManagedProcess } from '../process/managed-process.js';
import { endLeftovers } from '../process/process-record.js';

export interface RunningS3Server {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly process: ManagedProcess;
  /** Ends it and deletes what it has kept. */
  stop(): Promise<void>;
}

const REGION = 'us-east-1';
/** Of a server that hears this machine alone, for as long as a spec runs. */
const KEYS = { accessKeyId: 'test', secretAccessKey: 'test-secret' };

/** An S3 server over a folder; buckets are folders in it, what belongs to an object stands beside. For tests alone. */
export async function startS3Server(program: string, folder: string): Promise<RunningS3Server> {
  await endLeftovers(join(folder, 'run'));
  for (const part of ['buckets', 'beside']) mkdirSync(join(folder, part), { recursive: true });
  const port = await freePort(0);
  const managed = new ManagedProcess({
    name: 's3-server',
    command: program,
    args: [
      ...['--port', `127.0.0.1:${port}`, '--region', REGION, '--quiet'],
      ...['posix', '--sidecar', join(folder, 'beside'), join(folder, 'buckets')],
    ],
    env: {
      PATH: process.env['PATH'],
      ROOT_ACCESS_KEY_ID: KEYS.accessKeyId,
      ROOT_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
    },
    logFile: join(folder, 's3-server.log'),
    recordFolder: join(folder, 'run'),
    stopSignal: 'SIGTERM',
    stopWithinMs: 5_000,
    readyWithinMs: 30_000,
    isReady: () => answers(port),
  });
  await managed.start();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    region: REGION,
    ...KEYS,
    process: managed,
    stop: async () => {
      await managed.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const tell = (isThere: boolean) => (): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', tell(true)).once('error', tell(false));
  });
