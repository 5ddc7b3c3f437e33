import { Injectable } from '@nestjs/common';
import { UnitOfWork, type ObjectionPhotoRow } from '@wuqing/persistence';
import type { Caller } from '../../access/caller.js';
import { notFound } from '../../http/problem.js';
import { shownMoment } from '../../http/shown-moment.js';
import { CaseReader } from '../../visibility/case-reader.js';
import type { Known } from '../../visibility/known.js';
import { VisibleComplaints } from '../../visibility/visible-complaints.js';
import { VisibleObjections, type SeenObjection } from '../../visibility/visible-objections.js';
import { objectionPhotoViewOf } from './objection-photo.view.js';
import type { CaseObjectionView, CaseObjectionsView } from './dto/case-objection.view.js';

/** Objections to what a case has published, the oldest first, as far as the caller may know of the step they lead to. */
@Injectable()
export class ListObjectionsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly objections: VisibleObjections,
    private readonly complaints: VisibleComplaints,
  ) {}

  async execute(caller: Caller, caseId: string): Promise<CaseObjectionsView> {
    const seen = await this.unitOfWork.run(caller.actor, async (work) =>
      this.objections.ofCase(work, caller, await this.cases.require(work, caller, caseId)),
    );
    return { items: seen.map(viewOf) };
  }

  /** Of an objection or a complaint that the caller reads; throws a 404 as for what is not there. */
  async photo(caller: Caller, photoId: string): Promise<Known<ObjectionPhotoRow>> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const caseId = await this.objections.caseOfPhoto(work, photoId);
      if (caseId === undefined) throw notFound();
      const around = await this.cases.require(work, caller, caseId);
      const seen = await this.objections.ofCase(work, caller, around);
      const photo =
        seen.flatMap(({ photos }) => photos).find(({ id }) => id === photoId) ??
        (await this.complaints.photoOfCase(work, around, photoId));
      if (!photo) throw notFound();
      return photo;
    });
  }
}

function viewOf({ row, named, state, taskId, answered, photos }: SeenObjection): CaseObjectionView {
  const { id, noticeId, ground, text, receivedAt } = row;
  const objector = named ? row.objector : null;
  const telephone = named ? row.telephone : null;
  const isNamed = objector !== null || telephone !== null;
  return {
    id,
    noticeId,
    ground,
    text,
    photos: photos.map(objectionPhotoViewOf),
    receivedAt: shownMoment(receivedAt),
    state,
    taskId,
    isAnswered: answered,
    isNamed,
    objector,
    telephone,
  };
}
