import { Injectable } from '@nestjs/common';
import { isPositionKey, titleOf } from '@wuqing/organization';
import { UnitOfWork, type UrgeRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { shownMoment } from '../http/shown-moment.js';
import { CaseReader } from '../visibility/case-reader.js';
import type { Known } from '../visibility/known.js';
import { urgesIn } from '../visibility/urge-records.js';
import type { UrgeListView, UrgeReceiptView, UrgeView } from './dto/urge.view.js';

/** What was urged in a case, with the receipts. */
@Injectable()
export class ListUrgesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
  ) {}

  async execute(caller: Caller, id: string): Promise<UrgeListView> {
    const urges = await this.unitOfWork.run(caller.actor, async (work) =>
      urgesIn(work, await this.cases.require(work, caller, id)),
    );
    return { items: urges.map(viewOf) };
  }
}

const viewOf = ({ id, taskId, taskName, text, urgedByName, at, recipients }: Known<UrgeRow>): UrgeView => ({
  id,
  taskId,
  taskName,
  text,
  urgedBy: urgedByName,
  at: shownMoment(at),
  recipients: recipients.map(receiptOf),
});

const receiptOf = ({
  role,
  positionKey,
  names,
  sentAt,
  readAt,
  readByName,
}: UrgeRow['recipients'][number]): UrgeReceiptView => ({
  role,
  title: isPositionKey(positionKey) ? titleOf(positionKey) : positionKey,
  names: [...names],
  sentAt: sentAt === null ? null : shownMoment(sentAt),
  readAt: readAt === null ? null : shownMoment(readAt),
  readBy: readByName,
});
