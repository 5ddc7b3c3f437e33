import { Injectable } from '@nestjs/common';
import { isWalled } from '@wuqing/access';
import {
  countOpenWorkflowChecks,
  listBroughtForward,
  listRestorations,
  type RestorationRow,
  type Work,
  type WorkflowFindingRow,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { levelOf } from '../platform/process-facts.js';
import { asKnown, type Known } from './known.js';
import { knownPage, type KnownRows } from './known-page.js';
import { shownMoment } from '../http/shown-moment.js';

/** A check as it may be shown: of a closed case that its workflow was brought forward, not which it is. */
export interface CheckKnown extends Omit<WorkflowFindingRow, 'caseId'> {
  readonly caseId: string | null;
}

export interface WorkflowChecks extends KnownRows<CheckKnown> {
  /** How many are asked and not answered. */
  readonly open: number;
  readonly restorations: readonly Known<RestorationRow>[];
}

interface Asked {
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
}

/** What had to be brought forward from its journal, and the backups that were put in place here. */
@Injectable()
export class VisibleWorkflowChecks {
  constructor(private readonly definitions: DefinitionStore) {}

  async page(work: Work, caller: Caller, { after, limit }: Asked): Promise<WorkflowChecks> {
    caller.require('queue.mend', {});
    const ids = new Map<CheckKnown, string>();
    const page = await knownPage({
      after,
      limit,
      rowsAfter: async (place, count) => {
        const rows = await listBroughtForward(work, { after: place, limit: count });
        return Promise.all(
          rows.map(async (row) => {
            const shown = await this.shown(row);
            ids.set(shown, row.caseId);
            return shown;
          }),
        );
      },
      placeOf: (row) => [shownMoment(row.foundAt), ids.get(row)!] as const,
      mayKnow: () => Promise.resolve(true), // every row is shown, and of the closed ones nothing else
    });
    const open = await countOpenWorkflowChecks(work);
    return { ...page, open, restorations: (await this.restorations(work)).map(asKnown) };
  }

  private async shown(row: WorkflowFindingRow): Promise<CheckKnown> {
    return (await this.isClosed(row.checksums)) ? { ...row, caseId: null, caseNumber: null } : row;
  }

  /** What is gone is told by numbers of cases; of closed ones it is not told here. */
  private async restorations(work: Work): Promise<RestorationRow[]> {
    const rows = await listRestorations(work);
    return rows.map((row) => ({ ...row, lost: row.lost.filter(({ isWalled: closed }) => !closed) }));
  }

  private async isClosed(checksums: readonly string[]): Promise<boolean> {
    const definitions = await Promise.all(checksums.map((checksum) => this.definitions.definition(checksum)));
    return definitions.some(({ compiled }) => isWalled(levelOf(compiled)));
  }
}
