import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { CaseReader } from '../visibility/case-reader.js';
import { urgesIn } from '../visibility/urge-records.js';
import type { UrgeListView } from './dto/urge.view.js';
import { urgeViewOf } from './urge-view-of.js';

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
    return { items: urges.map(urgeViewOf) };
  }
}
