import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@wuqing/persistence';
import { UnitDirectory } from '../access/unit-directory.js';
import { dayOf } from '../platform/clock.js';
import { VisibleLetters } from '../visibility/visible-letters.js';
import { READER } from './notices.query.js';

/** What stands at the head and the foot of a letter. */
export interface LetterPrint {
  readonly number: string;
  readonly from: string;
  readonly to: string;
  /** 'YYYY-MM-DD'. */
  readonly on: string;
  readonly digest: string;
  readonly code: string;
}

@Injectable()
export class LetterByCodeQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: VisibleLetters,
    private readonly units: UnitDirectory,
  ) {}

  /** `code`: as it is kept. */
  async execute(code: string): Promise<LetterPrint | undefined> {
    const row = await this.unitOfWork.run(READER, (work) => this.letters.byCode(work, code));
    if (!row) return undefined;
    const { number, fromUnitId, toUnitId, issuedAt, contentHash: digest } = row;
    const names = await this.units.names([fromUnitId, toUnitId]);
    const [from, to] = [names.get(fromUnitId) ?? '', names.get(toUnitId) ?? ''];
    return { number, from, to, on: dayOf(issuedAt.getTime()), digest, code };
  }
}
