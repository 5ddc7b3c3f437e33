import { progressLines, type Progress } from '../progress.js';
import { SetupFailure } from '../setup-failure.js';

/** Runs a command of the keyboard's: progress on the way, a sentence where it fails. Gives the exit code. */
export async function reported(perform: (progress: Progress) => Promise<number>): Promise<number> {
  const progress = progressLines({
    write: (text) => process.stdout.write(text),
    terminal: process.stdout.isTTY === true,
  });
  try {
    return await perform(progress);
  } catch (error) {
    process.stderr.write(
      `\n${error instanceof SetupFailure ? error.message : String((error as Error).stack)}\n`,
    );
    return 1;
  }
}
