import { Injectable } from '@nestjs/common';
import { UnitOfWork, type MoveRow } from '@wuqing/persistence';
import { clockBadgeOf, type ClockBadgeView } from '../../deadlines/clock-badge.view.js';
import { shownMs } from '../../http/shown-moment.js';
import { Clock } from '../../platform/clock.js';
import { DefinitionStore } from '../../platform/definition-store.js';
import { toldStepsOf } from '../../platform/process-facts.js';
import { VisibleComplaints } from '../../visibility/visible-complaints.js';
import { READER } from '../notices.query.js';

export type ToldMove = Pick<MoveRow, 'from' | 'to' | 'reason'> & {
  readonly text: string;
  readonly at: number;
};

export interface ComplaintProgress {
  /** Epoch ms, as all moments here, in the case's own time. */
  readonly receivedAt: number;
  readonly done: readonly { readonly text: string; readonly at: number }[];
  /** Of its terms, where the process says that they are told. */
  readonly moves: readonly ToldMove[];
  /** Of the term of the whole case that runs now. */
  readonly clock: ClockBadgeView | null;
  readonly isOver: boolean;
}

/** How far a complaint is, for whoever has its code. */
@Injectable()
export class ReadComplaintProgressQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly complaints: VisibleComplaints,
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  /** Undefined where nothing bears this code. */
  async execute(hashes: readonly string[]): Promise<ComplaintProgress | undefined> {
    const own = await this.unitOfWork.run(READER, (work) => this.complaints.byCode(work, hashes));
    if (!own) return undefined;
    const told = new Map(
      toldStepsOf(own.definition.compiled).map(({ elementId, text }) => [elementId, text]),
    );
    const now = this.clock.now() + own.clockOffsetMs;
    return {
      receivedAt: own.row.receivedAt.getTime(),
      done: own.done.map(({ elementId, endedAt }) => ({
        text: told.get(elementId) ?? '',
        at: endedAt.getTime(),
      })),
      moves: own.moves.map(({ element, at, from, to, reason }) => ({
        text: told.get(element ?? '') ?? '',
        at: shownMs(at),
        from,
        to,
        reason,
      })),
      clock: own.clock ? clockBadgeOf(own.clock, now, await this.definitions.workingCalendar()) : null,
      isOver: own.isOver,
    };
  }
}
