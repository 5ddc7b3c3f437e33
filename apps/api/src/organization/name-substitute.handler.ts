import { Injectable } from '@nestjs/common';
import { substituteFault, type Delegation } from '@wuqing/organization';
import {
  delegationsAround,
  endDelegation,
  findDelegation,
  insertDelegation,
  staffOf,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { conflict, invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import type { EndTermDto, SubstituteDto } from './dto/organization.dto.js';
import { KeptChanges, keptPerson, requireOther } from './kept-changes.js';
import { delegationsFrom, positionsFrom } from './village-seats.js';

/** While somebody is away, another does what is addressed to his seats; each step names both. */
@Injectable()
export class NameSubstituteHandler {
  constructor(
    private readonly changes: KeptChanges,
    private readonly clock: Clock,
  ) {}

  async name(caller: Caller, id: string, { reason, ...said }: SubstituteDto): Promise<void> {
    requireOther(caller, said.fromPersonId, said.toPersonId);
    await this.changes.make(caller, { unitId: said.unitId, reason }, async (work) => {
      const wish: Delegation = { id, ...said };
      await keptPerson(work, caller, { id: said.fromPersonId, path: '/fromPersonId' });
      await keptPerson(work, caller, { id: said.toPersonId, path: '/toPersonId' });
      const known = await findDelegation(work, id);
      if (known) {
        if (isSaid(wish, delegationsFrom([known])[0])) return null;
        throw conflict('这次代理已按别的内容登记，请刷新后查看。');
      }
      if (said.to < this.clock.today()) throw invalid([{ path: '/to', message: '不能补登已经过去的代理。' }]);
      const { positions } = await staffOf(work, said.unitId);
      const around = await delegationsAround(work, [said.fromPersonId, said.toPersonId]);
      const fault = substituteFault(wish, {
        positions: positionsFrom(positions),
        delegations: delegationsFrom(around),
      });
      if (fault !== null) throw invalid([{ path: `/${fault.field}`, message: fault.sentence }]);
      await insertDelegation(work, { ...said, id, fromOn: said.from, toOn: said.to });
      const body = { toPersonId: said.toPersonId, scope: said.scope, from: said.from, to: said.to };
      return { personId: said.fromPersonId, kind: 'substitute-named', body };
    });
  }

  /** Sooner than was said. */
  async end(caller: Caller, id: string, { last, reason }: EndTermDto): Promise<void> {
    const found = await this.changes.known(caller, (work) => findDelegation(work, id));
    requireOther(caller, found.fromPersonId, found.toPersonId);
    await this.changes.make(caller, { unitId: found.unitId, reason }, async (work) => {
      const known = (await findDelegation(work, id)) ?? found;
      if (known.toOn === last) return null;
      if (last < known.fromOn || last > known.toOn)
        throw invalid([{ path: '/last', message: `最后一天应在 ${known.fromOn} 和 ${known.toOn} 之间。` }]);
      if (known.toOn < this.clock.today()) throw conflict('这次代理已经结束，不能再改。');
      await endDelegation(work, id, last);
      return { personId: known.fromPersonId, kind: 'substitute-ended', body: { last } };
    });
  }
}

const isSaid = (wish: Delegation, known: Delegation | undefined): boolean =>
  known !== undefined &&
  known.fromPersonId === wish.fromPersonId &&
  known.toPersonId === wish.toPersonId &&
  known.unitId === wish.unitId &&
  known.scope === wish.scope &&
  known.from === wish.from &&
  known.to === wish.to;
