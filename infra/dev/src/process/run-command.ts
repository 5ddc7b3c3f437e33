import { spawn } from 'node:child_process';

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
}

/** A command that could not be started (`code` null) or ended badly; `output` is the end of what it printed. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  constructor(
    command: string,
    readonly code: number | null,
    readonly output: string,
  ) {
    super(`Expected \`${command}\` to end with 0, it ended with ${code}\n${output}`);
  }
}

const KEPT = 8_000;

/** Runs a program without a shell and gives what it printed (its last 8,000 characters); throws `CommandFailure`. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-KEPT);
    };
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const endWithUs = (): boolean => child.kill('SIGTERM');
    process.once('exit', endWithUs);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => reject(new CommandFailure(command, null, error.message)));
    child.once('close', (code) => {
      process.off('exit', endWithUs);
      if (code === 0) resolve(output);
      else reject(new CommandFailure(command, code, output));
    });
  });
}
