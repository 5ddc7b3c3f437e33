import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { cursorOf, readCursor, type Page } from '../http/page.js';
import { VisibleLetters } from '../visibility/visible-letters.js';
import type { LetterFilterDto } from './dto/letter.dto.js';
import type { LetterView } from './dto/letter.view.js';
import { LetterViews } from './letter-views.js';

/** What the caller's unit issued, or what came to it; the latest first. */
@Injectable()
export class ListLettersQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: VisibleLetters,
    private readonly views: LetterViews,
  ) {}

  async execute(caller: Caller, { box, after, limit }: LetterFilterDto): Promise<Page<LetterView>> {
    const page = { after: readCursor(after), limit };
    const { rows, next } = await this.unitOfWork.run(caller.actor, (work) =>
      box === 'issued' ? this.letters.issued(work, caller, page) : this.letters.received(work, caller, page),
    );
    return { items: await this.views.of(caller, rows), next: next === undefined ? null : cursorOf(...next) };
  }
}
