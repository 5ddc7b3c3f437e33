import { Injectable } from '@nestjs/common';
import { UnitOfWork, type CircleEntryRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CaseReader } from '../visibility/case-reader.js';
import { circleEntriesIn, circleLooksIn } from '../visibility/circle-records.js';
import type { Known } from '../visibility/known.js';
import type { CircleEntryView, CircleView } from './dto/circle.view.js';

/** The list of a case for whoever keeps it: every line that was ever written, and who looked. */
@Injectable()
export class ReadCircleQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
  ) {}

  execute(caller: Caller, caseId: string): Promise<CircleView> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, caseId, 'circle.read');
      const looks = await circleLooksIn(work, seen);
      return {
        entries: viewsOf(await circleEntriesIn(work, seen)),
        looks: looks.map(({ personName, day, at }) => ({ personName, day, at: at.toISOString() })),
      };
    });
  }
}

/** The last line of a person on a side stands, where he came in by it. */
export const viewsOf = (rows: readonly Known<CircleEntryRow>[]): CircleEntryView[] =>
  rows.map(({ id, side, act, personId, personName, ground, reason, enteredByName, at }, place) => {
    const isLast = !rows.some(
      (one, other) => other > place && one.side === side && one.personId === personId,
    );
    const line = { id, side, act, personId, personName, ground, reason };
    return { ...line, by: enteredByName, at: at.toISOString(), stands: act === 'enter' && isLast };
  });
