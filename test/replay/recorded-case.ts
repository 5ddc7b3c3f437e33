import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { JournalEntry, ProcessInstanceState } from '@wuqing/bpmn-engine';

/** One case as a release left it: nothing sealed, nobody's name in it. */
export interface RecordedCase {
  readonly name: string;
  readonly processKey: string;
  /** The history of each of its runs, the first first, as Temporal's tools export it. */
  readonly runs: readonly object[];
  /** What stands in the journal. */
  readonly journal: readonly JournalEntry[];
  /** What the workflow had evolved to. */
  readonly state: ProcessInstanceState;
}

export const HISTORIES = join(import.meta.dirname, 'histories');

/** Brotli, whose window is wide enough to see that each run loads the same definition again. */
export const packed = (recorded: RecordedCase): Buffer =>
  brotliCompressSync(JSON.stringify(recorded), {
    params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
  });

/** All that every release has left. */
export function recordedCases(): { readonly release: string; readonly recorded: RecordedCase }[] {
  return readdirSync(HISTORIES).flatMap((release) =>
    readdirSync(join(HISTORIES, release)).map((file) => ({
      release,
      recorded: JSON.parse(
        brotliDecompressSync(readFileSync(join(HISTORIES, release, file))).toString(),
      ) as RecordedCase,
    })),
  );
}
