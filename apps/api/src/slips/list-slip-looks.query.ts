import { Injectable } from '@nestjs/common';
import { UnitOfWork, listSlipLooks } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { shownMoment } from '../http/shown-moment.js';
import { VisibleSlips } from '../visibility/visible-slips.js';
import type { SlipLookListView } from './dto/slip.view.js';

const LOOKS_MAX = 200;

/** Who opened a slip, for the office that it is addressed to. */
@Injectable()
export class ListSlipLooksQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly slips: VisibleSlips,
  ) {}

  async execute(caller: Caller, id: string): Promise<SlipLookListView> {
    const looks = await this.unitOfWork.run(caller.actor, async (work) => {
      const slip = await this.slips.addressed(work, caller, id);
      return listSlipLooks(work, slip.id, LOOKS_MAX);
    });
    return { items: looks.map(({ personName, at }) => ({ personName, at: shownMoment(at) })) };
  }
}
