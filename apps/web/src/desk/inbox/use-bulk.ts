import { useMutation, useQueryClient } from '@tanstack/react-query';
import { userTasksClaim, userTasksRelease } from '../../client/api.js';
import type { ListedRow } from './use-inbox.js';

/** What can be done to many rows at once. */
export type BulkDeed = 'claim' | 'release';

/** A row with what became of it; `problem` is the API's own sentence. */
export interface BulkOutcome {
  readonly row: ListedRow;
  readonly problem: string | null;
}

export interface BulkResult {
  readonly deed: BulkDeed;
  readonly outcomes: readonly BulkOutcome[];
}

const deeds = {
  claim: (row: ListedRow) => userTasksClaim({ path: { id: row.id }, body: { rowVersion: row.rowVersion } }),
  release: (row: ListedRow) =>
    userTasksRelease({ path: { id: row.id }, body: { rowVersion: row.rowVersion } }),
} as const satisfies Record<BulkDeed, (row: ListedRow) => Promise<unknown>>;

/** Of the picked rows those to which it can be done; the API has the last word on each. */
export const rowsFor: Readonly<Record<BulkDeed, (row: ListedRow) => boolean>> = {
  claim: ({ assigneeId }) => assigneeId === null,
  release: ({ assigneeId, mine }) => assigneeId !== null && mine,
};

interface BulkOrder {
  readonly deed: BulkDeed;
  readonly rows: readonly ListedRow[];
}

/** One after the other, each by itself: one that is refused never holds up another. */
export function useBulk(onDone: (result: BulkResult) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ deed, rows }: BulkOrder): Promise<BulkResult> => {
      const outcomes: BulkOutcome[] = [];
      for (const row of rows) outcomes.push({ row, problem: await problemOf(deeds[deed](row)) });
      return { deed, outcomes };
    },
    onSuccess: (result) => {
      onDone(result);
      return client.invalidateQueries();
    },
  });
}

async function problemOf(done: Promise<unknown>): Promise<string | null> {
  try {
    await done;
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
