import { Injectable } from '@nestjs/common';
import { letterKindOf, letterStanding, nextRungOf, type LetterCourse } from '@wuqing/letter';
import type { LetterRow } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { shownMoment } from '../http/shown-moment.js';
import { Clock, dayOf } from '../platform/clock.js';
import { PersonNames } from '../platform/person-names.js';
import type { Known } from '../visibility/known.js';
import { VisibleLetters } from '../visibility/visible-letters.js';
import type { LetterAnswerView, LetterView } from './dto/letter.view.js';

/** Letters as their reader may see them. */
@Injectable()
export class LetterViews {
  constructor(
    private readonly letters: VisibleLetters,
    private readonly units: UnitDirectory,
    private readonly names: PersonNames,
    private readonly clock: Clock,
  ) {}

  async of(caller: Caller, rows: readonly Known<LetterRow>[]): Promise<LetterView[]> {
    const persons = await this.names.of([...new Set(rows.flatMap(personsIn))]);
    const units = await this.units.names(rows.flatMap(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId]));
    const named = {
      person: (id: string) => persons.get(id) ?? '',
      unit: (id: string) => ({ id, name: units.get(id) ?? '' }),
    };
    return rows.map((row) => ({ ...written(row, named), ...this.standingOf(caller, row) }));
  }

  async one(caller: Caller, row: Known<LetterRow>): Promise<LetterView> {
    return (await this.of(caller, [row]))[0]!;
  }

  private standingOf(caller: Caller, row: Known<LetterRow>) {
    const [course, today] = [courseOf(row), this.clock.today()];
    const next = nextRungOf(course, today);
    return {
      standing: letterStanding(course, today),
      mayAnswer:
        row.answeredBy === null && row.issuedBy !== caller.personId && this.letters.mayAnswer(caller, row),
      nextRung: next && this.letters.mayIssue(caller, next, row.fromUnitId) ? next.key : null,
    };
  }
}

/** What became of it, by days. */
export const courseOf = ({ kind, answerBy, answeredAt, followedBy }: LetterRow): LetterCourse => ({
  kind,
  answerBy,
  answeredOn: answeredAt === null ? null : dayOf(answeredAt.getTime()),
  isFollowed: followedBy !== null,
});

interface Named {
  readonly person: (id: string) => string;
  readonly unit: (id: string) => { readonly id: string; readonly name: string };
}

const personsIn = ({ issuedBy, onBehalfOf, answeredBy, answeredFor }: LetterRow): string[] => [
  ...[issuedBy, ...onBehalfOf],
  ...[...(answeredBy === null ? [] : [answeredBy]), ...(answeredFor ?? [])],
];

const written = (row: Known<LetterRow>, { person, unit }: Named) => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  kindTitle: letterKindOf(row.kind)?.title ?? row.kind,
  matter: row.matter,
  fromUnit: unit(row.fromUnitId),
  toUnit: unit(row.toUnitId),
  issuedBy: person(row.issuedBy),
  onBehalfOf: row.onBehalfOf.map(person),
  issuedAt: shownMoment(row.issuedAt),
  answerBy: row.answerBy,
  paragraphs: row.paragraphs,
  follows: row.followsNumber,
  followedBy: row.followedBy,
  answer: answerOf(row, person),
});

function answerOf(
  { answer, answeredBy, answeredFor, answeredAt }: Known<LetterRow>,
  person: Named['person'],
): LetterAnswerView | null {
  if (answer === null || answeredBy === null || answeredAt === null) return null;
  return {
    text: answer,
    by: person(answeredBy),
    onBehalfOf: (answeredFor ?? []).map(person),
    at: shownMoment(answeredAt),
  };
}
