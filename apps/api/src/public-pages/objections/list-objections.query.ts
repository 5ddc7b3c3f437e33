import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../../access/caller.js';
import { shownMoment } from '../../http/shown-moment.js';
import { CaseReader } from '../../visibility/case-reader.js';
import { VisibleObjections, type SeenObjection } from '../../visibility/visible-objections.js';
import type { CaseObjectionView, CaseObjectionsView } from './dto/case-objection.view.js';

/** Objections to what a case has published, the oldest first, as far as the caller may know of the step they lead to. */
@Injectable()
export class ListObjectionsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly objections: VisibleObjections,
  ) {}

  async execute(caller: Caller, caseId: string): Promise<CaseObjectionsView> {
    const seen = await this.unitOfWork.run(caller.actor, async (work) =>
      this.objections.ofCase(work, caller, await this.cases.require(work, caller, caseId)),
    );
    return { items: seen.map(viewOf) };
  }
}

function viewOf({ row, named, state, taskId }: SeenObjection): CaseObjectionView {
  const { id, noticeId, ground, text, receivedAt } = row;
  const objector = named ? row.objector : null;
  const telephone = named ? row.telephone : null;
  const isNamed = objector !== null || telephone !== null;
  return {
    id,
    noticeId,
    ground,
    text,
    receivedAt: shownMoment(receivedAt),
    state,
    taskId,
    isNamed,
    objector,
    telephone,
  };
}
