import { Injectable } from '@nestjs/common';
import { barredWith, circleGrounds, entering, isWalled, type CircleWish } from '@wuqing/access';
import { required } from '@wuqing/kernel';
import {
  OrganizationReader,
  UnitOfWork,
  auditCaseAct,
  lockCase,
  personNames,
  type Work,
} from '@wuqing/persistence';
import { randomUUID } from 'node:crypto';
import type { Caller } from '../access/caller.js';
import { conflict, denied, invalid } from '../http/problem.js';
import { Clock, dayOf } from '../platform/clock.js';
import { commandIdOf, sha256 } from '../platform/fingerprint.js';
import { CaseReader, type SeenCase } from '../visibility/case-reader.js';
import { circleEntriesIn, enterIn, rootIn } from '../visibility/circle-records.js';
import type { CircleEntryDto } from './dto/circle.dto.js';
import type { CircleEntryView } from './dto/circle.view.js';
import { viewsOf } from './read-circle.query.js';

/** The keeper of a list admits somebody to a case or bars him from it, or takes that back, with a reason. */
@Injectable()
export class KeepCircleHandler {
  private readonly organization = new OrganizationReader();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly clock: Clock,
  ) {}

  execute(caller: Caller, caseId: string, key: string, asked: CircleEntryDto): Promise<CircleEntryView[]> {
    const id = commandIdOf(caller.personId, `cases/${caseId}/circle/entries`, key);
    return this.unitOfWork.run(caller.actor, async (work) => {
      const found = await this.cases.require(work, caller, caseId, 'circle.keep');
      const rootId = await rootIn(work, found);
      const head = required(await lockCase(work, rootId), `case ${rootId} of a circle`);
      // As it stands under the lock.
      const seen = await this.cases.require(work, caller, caseId, 'circle.keep');
      const written = await this.writtenBy(work, seen, id, asked);
      if (written.length > 0) return written;
      requireKept(caller, seen, asked);
      const at = new Date(this.clock.now() + head.clockOffsetMs).toISOString();
      const wishes = await this.wishesOf(work, seen, asked);
      const line = {
        act: asked.act,
        reason: asked.reason.trim(),
        enteredBy: caller.personId,
        at,
        elementKey: null,
      };
      await enterIn(
        work,
        seen,
        id,
        wishes.map(({ personId, ground }) => ({
          ...line,
          ...{ id: randomUUID(), side: circleGrounds[ground].side, personId, ground },
        })),
      );
      const detail = {
        act: asked.act,
        ground: asked.ground,
        personId: asked.personId,
        persons: wishes.length,
      };
      await auditCaseAct(work, head, { action: 'KeepCircle', subject: id, detail, at }, sha256);
      return this.writtenBy(work, seen, id, asked);
    });
  }

  /** What this request has written already; the same number for another act is refused. */
  private async writtenBy(
    work: Work,
    seen: SeenCase,
    id: string,
    { act, ground, personId, reason }: CircleEntryDto,
  ): Promise<CircleEntryView[]> {
    const rows = await circleEntriesIn(work, seen);
    const own = rows.filter(({ commandId }) => commandId === id);
    const isSame = own.some(
      (row) =>
        row.act === act && row.ground === ground && row.personId === personId && row.reason === reason.trim(),
    );
    if (own.length > 0 && !isSame)
      throw invalid([{ path: '/personId', message: '这次提交的编号已用于另一条登记，请重新提交。' }]);
    return viewsOf(rows).filter((view) => own.some((row) => row.id === view.id));
  }

  /** Whom it changes: an accused is barred with his relatives and subordinates. */
  private async wishesOf(
    work: Work,
    { row }: SeenCase,
    { act, ground, personId }: CircleEntryDto,
  ): Promise<readonly CircleWish[]> {
    const names = await personNames(work, [personId]);
    if (!names.has(personId)) throw invalid([{ path: '/personId', message: '请选择名册中的人。' }]);
    if (act === 'leave') return [{ personId, ground }];
    if (ground !== 'accused') return [{ personId, ground }];
    const now = this.clock.now();
    const organization = await this.organization.at(work, now);
    return entering(row, barredWith(personId, organization, dayOf(now + row.clockOffsetMs)));
  }
}

/** Why the keeper may not write that line. */
function requireKept(
  caller: Caller,
  { row, resource }: SeenCase,
  { act, ground, personId }: CircleEntryDto,
): void {
  const { side } = circleGrounds[ground];
  if (!isWalled(resource.level)) throw conflict('该事项没有限定知情范围，不需要登记名单。');
  if (side === 'knowing' && resource.level !== 'N')
    throw conflict('该事项由承办科室和纪委办知情，不另列知情人，只登记回避人。');
  if (personId === caller.personId) throw denied('不得登记本人，请由另一名管理人登记。');
  const stands = (side === 'knowing' ? row.needToKnow : row.barredPersonIds).includes(personId);
  if (stands === (act === 'enter'))
    throw conflict(stands ? '该人已在名单中，无须再次列入。' : '该人不在名单中，不能移出。');
  if (act === 'enter' && side === 'knowing' && row.barredPersonIds.includes(personId))
    throw conflict('该人应当回避，不能列入知悉范围。');
}
