import { Injectable } from '@nestjs/common';
import { required } from '@wuqing/kernel';
import { UnitOfWork, personsNamed } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { denied } from '../http/problem.js';
import type { PersonsFoundView } from './dto/organization.view.js';

const FOUND_MAX = 50;

/** Whom a seat can be given to: those of the units that the caller keeps. */
@Injectable()
export class FindPersonsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly units: UnitDirectory,
  ) {}

  async execute(caller: Caller, q: string): Promise<PersonsFoundView> {
    const unitIds = caller.reachFor('organization.keep');
    if (unitIds.length === 0) throw denied();
    const rows = await this.unitOfWork.look(caller.actor, (work) =>
      personsNamed(work, { unitIds, q, limit: FOUND_MAX }),
    );
    const names = await this.units.names(rows.map(({ unitId }) => unitId));
    return {
      items: rows.map((row) => ({ ...row, unitName: required(names.get(row.unitId), `unit ${row.unitId}`) })),
    };
  }
}
