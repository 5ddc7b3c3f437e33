import { Injectable } from '@nestjs/common';
import type { Resource } from '@wuqing/access';
import { answeringPositions, isAddresseeKind, letterKinds, type LetterKind } from '@wuqing/letter';
import type { PositionKey } from '@wuqing/organization';
import {
  findLetter,
  letterByCode,
  listIssuedLetters,
  listReceivedLetters,
  type LetterPage,
  type LetterRow,
  type Work,
} from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';
import { shownMoment } from '../http/shown-moment.js';
import { asKnown, type Known } from './known.js';
import { knownPage, type KnownRows } from './known-page.js';

const issuingPositions: readonly PositionKey[] = [...new Set(letterKinds.flatMap(({ from }) => from))];
const receivingPositions: readonly PositionKey[] = Object.values(answeringPositions).flat();

/** Letters: who issues for the unit that one came from, and who answers for the unit that it is addressed to, know of it. */
@Injectable()
export class VisibleLetters {
  /** Units for which the caller issues letters of this kind. */
  issuingUnits = (caller: Caller, { from }: Pick<LetterKind, 'from'>): readonly string[] =>
    unitsOf(caller, from);

  issued(work: Work, caller: Caller, page: LetterPage): Promise<KnownRows<LetterRow>> {
    const units = unitsOf(caller, issuingPositions);
    return listed(
      page,
      (place) => listIssuedLetters(work, units, place),
      (row) => isIssuer(caller, row),
    );
  }

  received(work: Work, caller: Caller, page: LetterPage): Promise<KnownRows<LetterRow>> {
    const units = unitsOf(caller, receivingPositions);
    return listed(
      page,
      (place) => listReceivedLetters(work, units, place),
      (row) => this.mayAnswer(caller, row),
    );
  }

  /** A letter from or to a unit where the caller sits; any other is not there. */
  async letter(work: Work, caller: Caller, id: string): Promise<Known<LetterRow>> {
    const row = await findLetter(work, id);
    if (!row) throw notFound();
    caller.requireSight('letter.read', partiesOf(row));
    return asKnown(row);
  }

  /** The same of one that is addressed to the caller's unit. */
  async addressed(work: Work, caller: Caller, id: string): Promise<Known<LetterRow>> {
    const row = await this.letter(work, caller, id);
    caller.require('letter.answer', addressedTo(row));
    return row;
  }

  /** The caller's own, by an id made of his own: whether this is a retry. */
  async own(work: Work, { personId }: Caller, id: string): Promise<Known<LetterRow> | undefined> {
    const row = await findLetter(work, id);
    return row?.issuedBy === personId ? asKnown(row) : undefined;
  }

  /** For whoever holds the paper: what stands on it is his already. */
  async byCode(work: Work, code: string): Promise<Known<LetterRow> | undefined> {
    const row = await letterByCode(work, code);
    return row && asKnown(row);
  }

  mayAnswer = (caller: Caller, row: LetterRow): boolean => caller.may('letter.answer', addressedTo(row));

  mayIssue = (caller: Caller, { from }: LetterKind, unitId: string): boolean =>
    caller.may('letter.issue', seatsIn(unitId, from));

  /** Whether the caller issues any, or sits where any may come. */
  isConcerned = (caller: Caller): boolean =>
    unitsOf(caller, [...issuingPositions, ...receivingPositions]).length > 0;
}

const unitsOf = (caller: Caller, positions: readonly PositionKey[]): readonly string[] => [
  ...new Set(
    caller
      .addressed()
      .filter(({ positionKey }) => positions.some((key) => key === positionKey))
      .map(({ unitId }) => unitId),
  ),
];

const listed = (
  { after, limit }: LetterPage,
  rows: (page: LetterPage) => Promise<LetterRow[]>,
  mayKnow: (row: LetterRow) => boolean,
): Promise<KnownRows<LetterRow>> =>
  knownPage({
    after,
    limit,
    rowsAfter: (place, count) => rows({ after: place, limit: count }),
    placeOf: ({ issuedAt, id }) => [shownMoment(issuedAt), id] as const,
    mayKnow,
  });

const seatsIn = (unitId: string, positions: readonly PositionKey[]): Resource => ({
  unitId,
  holders: positions.map((positionKey) => ({ positionKey, unitId })),
});

const issuedBy = ({ fromUnitId }: LetterRow): Resource => seatsIn(fromUnitId, issuingPositions);

/** Seats of a village or an office: no unit has both. */
const addressedTo = ({ toUnitId }: LetterRow): Resource => seatsIn(toUnitId, receivingPositions);

const isIssuer = (caller: Caller, row: LetterRow): boolean => caller.may('letter.read', issuedBy(row));

const partiesOf = (row: LetterRow): Resource => ({
  unitId: row.toUnitId,
  holders: [...(issuedBy(row).holders ?? []), ...(addressedTo(row).holders ?? [])],
});

/** Who is told of a letter to that unit. */
export const answeringSeats = (unit: { readonly id: string; readonly kind: string }) =>
  (isAddresseeKind(unit.kind) ? answeringPositions[unit.kind] : []).map((positionKey) => ({
    positionKey,
    unitId: unit.id,
  }));
