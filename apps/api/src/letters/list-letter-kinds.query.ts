import { Injectable } from '@nestjs/common';
import { isAddresseeKind, isOnlyNextRung, letterKinds, needsBasis, type LetterKind } from '@wuqing/letter';
import type { UnitRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { TermFromNow } from '../platform/term-from-now.js';
import { VisibleLetters } from '../visibility/visible-letters.js';
import type { LetterKindListView, LetterKindView } from './dto/letter.view.js';

/** The kinds that the caller may issue, for which units and to whom. */
@Injectable()
export class ListLetterKindsQuery {
  constructor(
    private readonly letters: VisibleLetters,
    private readonly units: UnitDirectory,
    private readonly terms: TermFromNow,
  ) {}

  async execute(caller: Caller): Promise<LetterKindListView> {
    const units = await this.units.all();
    const items: LetterKindView[] = [];
    for (const kind of letterKinds) {
      const issuing = new Set(this.letters.issuingUnits(caller, kind));
      const from = units.filter(({ id }) => issuing.has(id));
      const to = units.filter((unit) => isAddresseeKind(unit.kind) && kind.to.includes(unit.kind));
      if (from.length > 0) items.push(await this.viewOf(kind, from, to));
    }
    return { items };
  }

  private async viewOf(
    kind: LetterKind,
    from: readonly UnitRow[],
    to: readonly UnitRow[],
  ): Promise<LetterKindView> {
    const { key, title, note, answer } = kind;
    const { dueOn: answerBy } = await this.terms.of(answer);
    const rules = { needsBasis: needsBasis(kind), isOnlyNextRung: isOnlyNextRung(kind) };
    return { key, title, note, from: from.map(unitOf), to: to.map(unitOf), ...rules, answerBy };
  }
}

const unitOf = ({ id, name }: UnitRow) => ({ id, name });
