import { Injectable } from '@nestjs/common';
import { UnitOfWork, askRolesForSecondFactor, secondFactorRoles } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import type { SecondFactorRolesView } from './dto/second-factor-roles.dto.js';

/** Of whom the town asks for a second factor. */
@Injectable()
export class SecondFactorRolesHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async read(caller: Caller): Promise<SecondFactorRolesView> {
    caller.require('second-factor.configure', {});
    return { roles: await this.unitOfWork.run(caller.actor, secondFactorRoles) };
  }

  async set(caller: Caller, roles: readonly string[]): Promise<void> {
    caller.require('second-factor.configure', {});
    await this.unitOfWork.run(caller.actor, (work) => askRolesForSecondFactor(work, roles));
  }
}
