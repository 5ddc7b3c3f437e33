import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@wuqing/kernel';
import {
  lockSeats,
  noteOrganizationChange,
  personsByIds,
  UnitOfWork,
  type KeptPerson,
  type Statements,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { denied, invalid, notFound } from '../http/problem.js';
import { Clock } from '../platform/clock.js';

/** What was changed of a unit's people: one of the sentences that `change-sentence` says. */
export interface KeptChange {
  readonly unitId: string;
  readonly personId: string;
  readonly kind: string;
  readonly body: JsonObject;
}

/** Every change of people and seats: one after the other in a unit, by somebody else than the person, and noted with its reason. */
@Injectable()
export class KeptChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** `perform` answers what it has changed, or null where it had been so before. */
  async make(
    caller: Caller,
    { unitId, reason }: { readonly unitId: string; readonly reason: string },
    perform: (work: Work) => Promise<Omit<KeptChange, 'unitId'> | null>,
  ): Promise<void> {
    caller.requireSight('organization.keep', { unitId });
    await this.unitOfWork.run(caller.actor, async (work) => {
      await lockSeats(work, unitId);
      const change = await perform(work);
      if (change === null) return;
      await noteOrganizationChange(work, {
        ...change,
        unitId,
        body: { ...change.body, reason },
        actorId: caller.personId,
        at: this.clock.now(),
      });
    });
  }

  /** What stands in a unit that the caller keeps; anything else does not exist for him. */
  async known<Row extends { readonly unitId: string }>(
    caller: Caller,
    find: (work: Statements) => Promise<Row | undefined>,
  ): Promise<Row> {
    const row = await this.unitOfWork.look(caller.actor, find);
    if (!row) {
      caller.reachFor('organization.keep');
      throw notFound();
    }
    caller.requireSight('organization.keep', row);
    return row;
  }
}

/** Nobody gives himself a seat, or takes one from himself. */
export function requireOther(caller: Caller, ...personIds: readonly string[]): void {
  if (personIds.includes(caller.personId))
    throw denied('不得登记本人的任职、代理和亲属关系，请由另一名系统管理员办理。');
}

/** Persons of the units that the caller keeps; a 422 of the field for anybody else. */
export async function keptPerson(
  work: Work,
  caller: Caller,
  { id, path }: { readonly id: string; readonly path: string },
): Promise<KeptPerson> {
  const [person] = await personsByIds(work, [id]);
  if (!person || !caller.may('organization.keep', { unitId: person.unitId }))
    throw invalid([{ path, message: '没有这个人，请重新选择。' }]);
  return person;
}
