import { Injectable } from '@nestjs/common';
import { officialNumber, required } from '@wuqing/kernel';
import {
  letterKindOf,
  letterText,
  objectionToLetter,
  type LetterBefore,
  type LetterKind,
} from '@wuqing/letter';
import {
  UnitOfWork,
  insertLetter,
  lockLetters,
  nextNumber,
  tellOfPaper,
  townName,
  type LetterRow,
  type UnitRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { keyUsedOtherwise } from '../commands/command-sender.js';
import { newPaperCode } from '../http/paper-code.js';
import { invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import { bodyHashOf, commandIdOf } from '../platform/fingerprint.js';
import { TermFromNow, type PaperTerm } from '../platform/term-from-now.js';
import type { Known } from '../visibility/known.js';
import { VisibleLetters, answeringSeats } from '../visibility/visible-letters.js';
import type { IssueLetterDto } from './dto/letter.dto.js';
import { courseOf } from './letter-views.js';

/** What is settled before anything is written. */
interface Issue {
  readonly id: string;
  readonly body: IssueLetterDto;
  readonly kind: LetterKind;
  readonly from: UnitRow;
  readonly to: UnitRow | undefined;
  readonly term: PaperTerm;
}

/**
 * 发函: what stands on the paper is written down as it is issued. The number is the series' next one, taken late in the
 * transaction; the same again takes none.
 */
@Injectable()
export class IssueLetterHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly letters: VisibleLetters,
    private readonly units: UnitDirectory,
    private readonly terms: TermFromNow,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, key: string, body: IssueLetterDto): Promise<Known<LetterRow>> {
    const id = commandIdOf(caller.personId, 'letters', key);
    const issue = await this.issueOf(caller, id, body);
    return this.unitOfWork.run(caller.actor, async (work) => {
      await lockLetters(work, issue.kind.key);
      const known = await this.letters.own(work, caller, id);
      if (known && known.contentHash !== hashOf(body, known)) throw keyUsedOtherwise();
      if (!known) await this.issue(work, caller, issue);
      return required(await this.letters.own(work, caller, id), `letter ${id}`);
    });
  }

  private async issueOf(caller: Caller, id: string, body: IssueLetterDto): Promise<Issue> {
    const kind = letterKindOf(body.kind);
    if (!kind) throw invalid([{ path: '/kind', message: '没有这一种函，请重新选择。' }]);
    const unitId = body.fromUnitId.toLowerCase();
    const holders = kind.from.map((positionKey) => ({ positionKey, unitId }));
    caller.require('letter.issue', { unitId, holders });
    const from = required(await this.units.find(unitId), `unit ${unitId} of a seat`);
    const to = await this.units.find(body.toUnitId.toLowerCase());
    return { id, body, kind, from, to, term: await this.terms.of(kind.answer) };
  }

  private async issue(work: Work, caller: Caller, issue: Issue): Promise<void> {
    const { id, body, kind, from, term } = issue;
    const { before, to } = await this.judged(work, caller, issue);
    const { matter, facts, demand, basis = '' } = body;
    const said = { matter, facts, demand, basis };
    const answerBy = term.dueOn;
    const n = await nextNumber(work, `letter/${kind.key}`, term.year);
    const number = officialNumber(await townName(work), kind.sign, term.year, n);
    await insertLetter(work, {
      ...{ id, number, kind: kind.key, fromUnitId: from.id, toUnitId: to.id, followsId: before?.id ?? null },
      ...{ matter, answerBy, paragraphs: letterText(kind, said, { answerBy, before: before?.number ?? '' }) },
      ...{ contentHash: hashOf(body, { number, answerBy }), code: newPaperCode() },
      ...{ issuedBy: caller.personId, onBehalfOf: caller.onBehalfOf(isIssuing(kind, from)), at: term.at },
    });
    await tellOfPaper(work, {
      ...{ template: 'letter-issued', id, name: number, dueOn: answerBy, page: '/letters' },
      ...{ to: answeringSeats(to), notTo: [caller.personId] },
    });
  }

  /** The letter before and who is addressed, where nothing speaks against it. */
  private async judged(work: Work, caller: Caller, { body, kind, from, to }: Issue) {
    const { followsId, basis = '' } = body;
    const before =
      followsId === undefined ? undefined : await this.letters.letter(work, caller, followsId.toLowerCase());
    const asked = { kind, from, to, basis, before: before && beforeOf(before), today: this.clock.today() };
    const objection = objectionToLetter(asked);
    if (objection) throw invalid([objection]);
    return { before, to: required(to, 'the addressee of a letter that may be issued') };
  }
}

const isIssuing =
  (kind: LetterKind, from: UnitRow) =>
  (own: { readonly key: string; readonly unitId: string }): boolean =>
    own.unitId === from.id && kind.from.some((position) => position === own.key);

const beforeOf = (row: LetterRow): LetterBefore => ({
  ...courseOf(row),
  fromUnitId: row.fromUnitId,
  toUnitId: row.toUnitId,
});

/** Of all that was said, under its number: by it a retry is known, and the paper. */
const hashOf = (
  { kind, fromUnitId, toUnitId, followsId, matter, facts, demand, basis = '' }: IssueLetterDto,
  { number, answerBy }: Pick<LetterRow, 'number' | 'answerBy'>,
): string =>
  bodyHashOf({
    ...{ kind, matter, facts, demand, basis, number, answerBy },
    ...{ fromUnitId: fromUnitId.toLowerCase(), toUnitId: toUnitId.toLowerCase() },
    followsId: followsId?.toLowerCase() ?? null,
  });
