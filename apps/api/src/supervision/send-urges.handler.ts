import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import type { OrganizationIndex } from '@wuqing/organization';
import {
  UnitOfWork,
  auditCaseAct,
  insertUrge,
  lockCase,
  type CaseHead,
  type NewUrge,
  type WatchedCaseRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { keyUsedOtherwise } from '../commands/command-sender.js';
import { Clock } from '../platform/clock.js';
import { bodyHashOf, commandIdOf, sha256 } from '../platform/fingerprint.js';
import { ownUrge } from '../visibility/urge-records.js';
import { VisibleWatch } from '../visibility/visible-watch.js';
import type { SendUrgesDto, UrgedItemDto } from './dto/urge.dto.js';
import type { UrgeResultView, UrgeResultsView } from './dto/urge.view.js';
import { tellerOf } from './teller-of.js';
import { UrgePlanner, requireUrging } from './urge-planner.js';

const placeOf = ({ id, caseId, unitId, taskId }: WatchedCaseRow) => ({ clockId: id, caseId, unitId, taskId });

const NOT_FOUND = '没有找到这一件，可能已经办结，请刷新。';
const NOBODY = '没有可以通知的人，请改选通知谁。';

interface Urging extends Pick<SendUrgesDto, 'to'> {
  readonly key: string;
  readonly tree: OrganizationIndex;
}

/** 催办: each step in a transaction of its own, so that one that cannot be urged keeps no other from it. */
@Injectable()
export class SendUrgesHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly watch: VisibleWatch,
    private readonly planner: UrgePlanner,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, key: string, { items, to }: SendUrgesDto): Promise<UrgeResultsView> {
    requireUrging(caller);
    const tree = await this.units.tree();
    const results: UrgeResultView[] = [];
    for (const item of items)
      results.push(
        await this.unitOfWork.run(caller.actor, (work) => this.urge(work, caller, item, { key, to, tree })),
      );
    return { items: results };
  }

  private async urge(
    work: Work,
    caller: Caller,
    item: UrgedItemDto,
    urging: Urging,
  ): Promise<UrgeResultView> {
    const { clockId, text } = item;
    const refused = (reason: string): UrgeResultView => ({ clockId, ok: false, reason, urgeId: null });
    const [seen] = await this.watch.clocks(work, caller, [clockId], this.clock.today());
    if (!seen) return refused(NOT_FOUND);
    const head = required(await lockCase(work, seen.caseId), `case ${seen.caseId} of a clock`);
    const id = commandIdOf(caller.personId, `urges/${clockId}`, urging.key);
    const bodyHash = bodyHashOf({ clockId, text, to: [...urging.to].sort() });
    const known = await ownUrge(work, caller, id);
    if (known && known.bodyHash !== bodyHash) throw keyUsedOtherwise();
    if (known) return { clockId, ok: true, reason: null, urgeId: id };
    // Asked again under the lock: what ran before may be done by now.
    const [row] = await this.watch.clocks(work, caller, [clockId], this.clock.today());
    const bar = row ? await this.planner.bar(work, caller, row) : NOT_FOUND;
    if (!row || bar !== undefined) return refused(bar ?? NOT_FOUND);
    const recipients = await this.planner.recipients(work, row, urging.to, urging.tree);
    if (recipients.length === 0) return refused(NOBODY);
    await this.keep(work, head, {
      ...placeOf(row),
      id,
      text,
      bodyHash,
      urgedBy: caller.personId,
      from: tellerOf(caller),
      recipients,
    });
    return { clockId, ok: true, reason: null, urgeId: id };
  }

  private async keep(work: Work, head: CaseHead, urge: Omit<NewUrge, 'at'>): Promise<void> {
    const now = this.clock.now();
    await insertUrge(work, { ...urge, at: now });
    const to = urge.recipients.map(({ positionKey, unitId }) => ({ positionKey, unitId }));
    const detail = { urgeId: urge.id, to };
    const at = new Date(now + head.clockOffsetMs).toISOString();
    await auditCaseAct(work, head, { action: 'UrgeUserTask', subject: urge.clockId, detail, at }, sha256);
  }
}
