import { spawn } from 'node:child_process';

const STDIO = {
  nothing: ['ignore', 'pipe', 'pipe'],
  errors: ['ignore', 'ignore', 'inherit'],
  all: ['ignore', 'inherit', 'inherit'],
};

const living = new Set();

/** Passes a wish to end on to every program that `run` has started; the caller goes on when they have ended. */
export function endRunning(signal) {
  for (const child of living) child.kill(signal);
}

/** Runs a program and gives { code, output }: the output's end is kept, or shown as it comes (`show`: errors, all). */
export function run(command, args, { cwd, env = process.env, show = 'nothing' } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: STDIO[show] });
    living.add(child);
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-60_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => {
      living.delete(child);
      resolve({ code: 127, output: error.message });
    });
    child.once('close', (code, signal) => {
      living.delete(child);
      resolve({ code: code ?? (signal ? 130 : 1), output });
    });
  });
}
