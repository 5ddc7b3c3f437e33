import { Injectable } from '@nestjs/common';
import { isPositionKey, titleOf, type OrganizationIndex } from '@wuqing/organization';
import {
  namesInSeats,
  personNames,
  positionsOf,
  type UrgeRecipient,
  type UrgeRole,
  type WatchedCaseRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { Clock } from '../platform/clock.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { stepLevelOf } from '../platform/process-facts.js';
import { denied } from '../http/problem.js';
import type { Known } from '../visibility/known.js';
import { urgesOfStep } from '../visibility/urge-records.js';
import type { UrgedSeatView } from './dto/urge.view.js';
import { barToUrging, urgeBounds } from './urge-bounds.js';
import { urgeRecipientsOf } from './urge-recipients.js';

const NOT_YOURS = '您的职务不能催办这一件，请由负责监督的人员催办。';
const NOT_RUNNING = '这一步已经办结或者暂停，无须催办，请刷新。';

/** Refuses who may urge nobody at all. */
export function requireUrging(caller: Caller): void {
  if (caller.reachFor('case.urge').length === 0)
    throw denied('您的职务没有催办的权限，请由负责监督的人员催办。');
}

/** What an urge of one clock would be. */
@Injectable()
export class UrgePlanner {
  constructor(
    private readonly definitions: DefinitionStore,
    private readonly clock: Clock,
  ) {}

  async recipients(
    work: Work,
    { step }: Known<WatchedCaseRow>,
    roles: readonly UrgeRole[],
    tree: OrganizationIndex,
  ): Promise<readonly UrgeRecipient[]> {
    const { compiled } = await this.definitions.definitionOf(step);
    const level = stepLevelOf(compiled, step.elementId);
    const held =
      step.assigneeId === null ? [] : await positionsOf(work, [step.assigneeId], this.clock.today());
    const assigneeSeats = held.map(({ key, unitId }) => ({ positionKey: key, unitId }));
    return urgeRecipientsOf({ ...step, level, assigneeSeats }, roles, tree);
  }

  /** Why this one may not be urged by the caller now; undefined where it may. */
  async bar(work: Work, caller: Caller, row: Known<WatchedCaseRow>): Promise<string | undefined> {
    if (!caller.may('case.urge', { unitId: row.unitId })) return NOT_YOURS;
    if (row.state !== 'running') return NOT_RUNNING;
    const now = this.clock.now();
    return barToUrging(await urgesOfStep(work, caller, row, now - urgeBounds.dayMs), now);
  }

  /** The seats with the people in them. */
  async named(work: Work, recipients: readonly UrgeRecipient[]): Promise<UrgedSeatView[]> {
    const seats = await namesInSeats(work, recipients, this.clock.today());
    const people = await personNames(
      work,
      recipients.flatMap(({ personId }) => personId ?? []),
    );
    return recipients.map(({ role, positionKey, unitId, personId }) => ({
      role,
      title: isPositionKey(positionKey) ? titleOf(positionKey) : positionKey,
      names:
        personId === null
          ? [...(seats.find((one) => one.positionKey === positionKey && one.unitId === unitId)?.names ?? [])]
          : [people.get(personId) ?? ''],
    }));
  }
}
