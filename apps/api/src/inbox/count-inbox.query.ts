import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import type { Known } from '../visibility/known.js';
import type { CountKnown } from '../visibility/visible-counts.js';
import { VisibleInbox } from '../visibility/visible-inbox.js';
import type { InboxCountsView, StepCountView } from './dto/inbox-counts.view.js';
import { endOfWeek } from './end-of-week.js';
import { figuresOf, totalOf } from './inbox-figures.js';

const COPIES_MAX = 100;

/** The figures beside the lists of what waits for the caller. */
@Injectable()
export class CountInboxQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: VisibleInbox,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller): Promise<InboxCountsView> {
    const [counts, copies] = await this.unitOfWork.look(caller.actor, (work) =>
      Promise.all([
        this.inbox.counts(work, caller),
        this.inbox.copies(work, caller, { unreadOnly: true, after: undefined, limit: COPIES_MAX }),
      ]),
    );
    const { days, ...figures } = figuresOf(counts, endOfWeek(this.clock.today()));
    return { ...figures, copies: copies.rows.length, days: [...days], steps: await this.stepsOf(counts) };
  }

  private async stepsOf(counts: readonly Known<CountKnown>[]): Promise<StepCountView[]> {
    const bySight = groupedBy(
      counts,
      ({ definitionChecksum, elementId }) => `${definitionChecksum} ${elementId}`,
    );
    const steps = await Promise.all(
      [...bySight.values()].map(async (ofStep) => {
        const { definitionChecksum, elementId } = ofStep[0]!;
        const { key, compiled } = await this.definitions.definition(definitionChecksum);
        const name = compiled.nodes[elementId]?.name ?? elementId;
        return { processKey: key, elementId, name, total: sum(ofStep.map(totalOf)) };
      }),
    );
    const byStep = groupedBy(steps, ({ processKey, elementId }) => `${processKey} ${elementId}`);
    return [...byStep.values()]
      .map((same) => ({ ...same[0]!, total: sum(same.map(({ total }) => total)) }))
      .filter(({ total }) => total !== 0)
      .sort((one, other) => other.total - one.total || (one.elementId < other.elementId ? -1 : 1));
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
