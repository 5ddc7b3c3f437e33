import { Inject, Injectable } from '@nestjs/common';
import { chineseDay, letterKindOf } from '@wuqing/letter';
import type { Press } from '@wuqing/paper';
import { UnitOfWork, townName } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { printedOr } from '../http/printed-or.js';
import { shownMinute } from '../http/shown-moment.js';
import { dayOf } from '../platform/clock.js';
import { PAPER_PRESS } from '../platform/platform.tokens.js';
import { VisibleLetters } from '../visibility/visible-letters.js';

export interface PrintedLetter {
  readonly number: string;
  readonly pdf: Uint8Array;
}

/** The official paper: byte for byte the same however often it is printed. */
@Injectable()
export class PrintLetterHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: VisibleLetters,
    private readonly units: UnitDirectory,
    @Inject(PAPER_PRESS) private readonly press: Press,
  ) {}

  /** `addressOf`: where a code is looked up. */
  async execute(caller: Caller, id: string, addressOf: (code: string) => string): Promise<PrintedLetter> {
    const { row, town } = await this.unitOfWork.run(caller.actor, async (work) => ({
      row: await this.letters.letter(work, caller, id),
      town: await townName(work),
    }));
    const units = await this.units.names([row.fromUnitId, row.toUnitId]);
    const { number, code, paragraphs, issuedAt } = row;
    const letter = {
      ...{ town, number, paragraphs, title: letterKindOf(row.kind)?.title ?? row.kind },
      addressee: units.get(row.toUnitId) ?? '',
      from: units.get(row.fromUnitId) ?? '',
      on: chineseDay(dayOf(issuedAt.getTime())),
    };
    const imprint = { madeAt: issuedAt.getTime(), madeOn: shownMinute(issuedAt), digest: row.contentHash };
    const answer = await this.press.printLetter(letter, { ...imprint, code, address: addressOf(code) });
    return { number, pdf: printedOr(answer) };
  }
}
