import { Injectable } from '@nestjs/common';
import { UnitOfWork, accountCandidates } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { denied } from '../http/problem.js';
import type { CandidateFilterDto, CandidateListView } from './dto/account.dto.js';

const SHOWN_MAX = 50;

/** Persons without an account, of the units in which the caller looks after accounts. */
@Injectable()
export class ListCandidatesQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(caller: Caller, { q }: CandidateFilterDto): Promise<CandidateListView> {
    const unitIds = caller.reachFor('account.invite');
    if (unitIds.length === 0) throw denied();
    const rows = await this.unitOfWork.run(caller.actor, (work) =>
      accountCandidates(work, { unitIds, q, limit: SHOWN_MAX }),
    );
    return { items: rows.map(({ personId, name, unitName }) => ({ personId, name, unitName })) };
  }
}
