import { Injectable } from '@nestjs/common';
import { titleOf } from '@wuqing/organization';
import { UnitOfWork, personNames } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { VisibleLetters } from '../visibility/visible-letters.js';
import { VisibleSlips } from '../visibility/visible-slips.js';
import type { MeView } from './dto/me.view.js';

@Injectable()
export class ReadMeQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly units: UnitDirectory,
    private readonly slips: VisibleSlips,
    private readonly letters: VisibleLetters,
  ) {}

  async execute(caller: Caller): Promise<MeView> {
    const { positions } = caller.access;
    const all = await this.units.all();
    const units = new Map(all.map((unit) => [unit.id, unit]));
    const stoodInFor = positions.flatMap(({ onBehalfOf }) => (onBehalfOf === null ? [] : [onBehalfOf]));
    const names = await this.unitOfWork.run(caller.actor, (work) => personNames(work, stoodInFor));
    return {
      person: { id: caller.personId, name: caller.session.personName },
      positions: positions.map(({ key, unitId, unitKind, onBehalfOf }) => ({
        key,
        title: titleOf(key),
        unitId,
        unitName: units.get(unitId)?.name ?? '',
        unitKind,
        ...(onBehalfOf === null
          ? {}
          : { delegatedFrom: { id: onBehalfOf, name: names.get(onBehalfOf) ?? '' } }),
      })),
      townName: all.find(({ kind }) => kind === 'town')?.name ?? '',
      csrfToken: caller.session.csrfToken,
      maySupervise: caller.reachFor('supervision.read').length > 0,
      mayInspect: caller.reachFor('inspection.read').length > 0,
      mayRepair: caller.reachFor('case.repair').length > 0,
      mayMigrate: caller.reachFor('case.migrate').length > 0,
      mayInvite: caller.reachFor('account.invite').length > 0,
      mayReadSecurityLog: caller.may('security-event.read', {}),
      mayReadLedgers: caller.reachFor('ledger.read').length > 0,
      mayUseSlips: this.slips.isConcerned(caller),
      mayUseLetters: this.letters.isConcerned(caller),
      mustChangePassword: caller.session.mustChangePassword,
      hasSecondFactor: caller.session.hasSecondFactor,
      mustSetSecondFactor: caller.session.isAskedForSecondFactor && !caller.session.hasSecondFactor,
    };
  }
}
