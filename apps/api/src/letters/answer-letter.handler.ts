import { Injectable } from '@nestjs/common';
import { UnitOfWork, insertLetterAnswer, type LetterRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { conflict } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import type { Known } from '../visibility/known.js';
import { VisibleLetters } from '../visibility/visible-letters.js';

/** 答复: once; the same answer of the same person again is what stands. */
@Injectable()
export class AnswerLetterHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: VisibleLetters,
    private readonly clock: Clock,
  ) {}

  execute(caller: Caller, id: string, text: string): Promise<Known<LetterRow>> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const letter = await this.letters.addressed(work, caller, id);
      if (letter.issuedBy === caller.personId) throw conflict('您自己发出的函，须由收函单位的其他人答复。');
      const onBehalfOf = caller.onBehalfOf(({ unitId }) => unitId === letter.toUnitId);
      const at = new Date(this.clock.now()).toISOString();
      const answer = { letterId: id, text, answeredBy: caller.personId, onBehalfOf, at };
      const isNew = await insertLetterAnswer(work, answer);
      const known = await this.letters.addressed(work, caller, id);
      if (!isNew && (known.answeredBy !== caller.personId || known.answer !== text))
        throw conflict('这份函已经答复，不能再改；需要补充的，请直接联系发函单位。');
      return known;
    });
  }
}
