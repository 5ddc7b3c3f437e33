import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { userTasksBulk, type BulkDto, type BulkRowView } from '../../client/api.js';
import { isRefusal } from '../../client/problem.js';
import type { ListedRow } from './use-inbox.js';

/** What can be done to many rows at once. */
export type BulkDeed = BulkDto['action'];

/** What of it needs more than a press. */
export type BulkPanel = Extract<BulkDeed, 'approve' | 'hand-over'>;

/** A row with what became of it; `reason` is the API's own sentence. */
export interface BulkOutcome extends Pick<BulkRowView, 'result' | 'reason'> {
  readonly row: ListedRow;
}

export interface BulkResult {
  readonly deed: BulkDeed;
  readonly at: Date;
  readonly outcomes: readonly BulkOutcome[];
}

/** Of the picked rows those to which it can be done; the API has the last word on each. */
export const rowsFor: Readonly<Record<BulkDeed, (row: ListedRow) => boolean>> = {
  claim: ({ state, assigneeId }) => state === 'open' && assigneeId === null,
  release: ({ state, assigneeId, mine }) => state === 'open' && assigneeId !== null && mine,
  approve: ({ state, bulk }) => state === 'open' && bulk.allowed,
  'hand-over': ({ state }) => state === 'open',
};

export interface BulkOrder extends Pick<BulkDto, 'opinion' | 'personId' | 'reason'> {
  readonly deed: BulkDeed;
  readonly rows: readonly ListedRow[];
}

/** As many as the API takes, and tells receivers of, at once. */
const PORTION = 100;

/** What the API says of each; another try after a lost answer is the same act. */
export function useBulk(onDone: (result: BulkResult) => void) {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: async ({ deed, rows, ...said }: BulkOrder): Promise<BulkResult> => {
      const outcomes: BulkOutcome[] = [];
      for (const portion of portionsOf(rows)) {
        const { data } = await userTasksBulk({
          headers: { 'Idempotency-Key': key.current },
          body: {
            action: deed,
            dryRun: false,
            tasks: portion.map(({ id, rowVersion }) => ({ id, rowVersion })),
            ...said,
          },
        });
        outcomes.push(...data.items.map((item, at) => ({ ...item, row: portion[at]! })));
      }
      return { deed, outcomes, at: new Date() };
    },
    onSuccess: (result) => {
      key.current = crypto.randomUUID();
      onDone(result);
      return client.invalidateQueries();
    },
    onError: (error) => {
      if (isRefusal(error)) key.current = crypto.randomUUID();
    },
  });
}

export function portionsOf(rows: readonly ListedRow[]): ListedRow[][] {
  const count = Math.ceil(rows.length / PORTION);
  return Array.from({ length: count }, (_, at) => rows.slice(at * PORTION, (at + 1) * PORTION));
}
