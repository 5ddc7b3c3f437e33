import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { VisibleSlips } from '../visibility/visible-slips.js';
import type { SlipFilterDto } from './dto/slip.dto.js';
import type { SlipView } from './dto/slip.view.js';
import { SlipViews } from './slip-views.js';

/** What the caller sent, or what came to his office; the latest first. */
@Injectable()
export class ListSlipsQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly slips: VisibleSlips,
    private readonly views: SlipViews,
  ) {}

  async execute(caller: Caller, { box, after, limit }: SlipFilterDto): Promise<Page<SlipView>> {
    const page = { after: readCursor(after), limit };
    const { rows, next } = await this.unitOfWork.run(caller.actor, (work) =>
      box === 'sent' ? this.slips.sent(work, caller, page) : this.slips.received(work, caller, page),
    );
    return { items: await this.views.of(caller, rows), next: next === undefined ? null : cursorOf(...next) };
  }
}
