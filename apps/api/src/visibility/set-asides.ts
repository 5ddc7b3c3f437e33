import { Injectable } from '@nestjs/common';
import { isWalled } from '@wuqing/access';
import { countSetAside, findSetAside, listSetAside, type SetAsideRow, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { hasMarks, levelOf } from '../platform/process-facts.js';
import { knownPage, type KnownRows } from './known-page.js';
import { shownMoment } from '../http/shown-moment.js';

/** A row as it may be shown: of a closed case that there is something to mend, of a closed step not which. */
export interface SetAsideKnown extends Omit<SetAsideRow, 'rowId' | 'reason'> {
  readonly rowId: string | null;
  readonly reason: string | null;
}

export interface SetAsides extends KnownRows<SetAsideKnown> {
  readonly total: number;
}

interface Asked {
  readonly after: readonly [string, string] | undefined;
  readonly limit: number;
}

/** A database error's code and the constraint's name; other reasons may name a case or a step. */
const CODE = /^[0-9A-Z]{5}( [a-z_0-9]*)?$/;

/** What the loops of the worker could not handle, for whoever mends it. */
@Injectable()
export class VisibleSetAsides {
  constructor(private readonly definitions: DefinitionStore) {}

  async page(work: Work, caller: Caller, { after, limit }: Asked): Promise<SetAsides> {
    caller.require('queue.mend', {});
    const page = await knownPage({
      after,
      limit,
      rowsAfter: async (place, count) =>
        Promise.all((await listSetAside(work, { after: place, limit: count })).map((row) => this.shown(row))),
      placeOf: (row) => [shownMoment(row.setAsideAt), row.id] as const,
      mayKnow: () => Promise.resolve(true), // every row is shown, and of the closed ones nothing else
    });
    return { ...page, total: await countSetAside(work) };
  }

  /** How many there are, for whoever may mend them; none for others. */
  async count(work: Work, caller: Caller): Promise<number> {
    return caller.may('queue.mend', {}) ? countSetAside(work) : 0;
  }

  async isSetAside(work: Work, caller: Caller, id: string): Promise<boolean> {
    caller.require('queue.mend', {});
    return (await findSetAside(work, id)) !== undefined;
  }

  private async shown(row: SetAsideRow): Promise<SetAsideKnown> {
    const compiled = await Promise.all(
      row.checksums.map(async (checksum) => (await this.definitions.definition(checksum)).compiled),
    );
    const closed = CODE.test(row.reason) ? row.reason : null;
    if (compiled.some((process) => isWalled(levelOf(process))))
      return { ...row, rowId: null, caseId: null, caseNumber: null, reason: closed };
    return compiled.some(hasMarks) ? { ...row, rowId: null, reason: closed } : row;
  }
}
