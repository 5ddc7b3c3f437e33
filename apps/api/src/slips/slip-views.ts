import { Injectable } from '@nestjs/common';
import type { SlipRow } from '@wuqing/persistence';
import { slipKindOf } from '@wuqing/slip';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { shownMoment } from '../http/shown-moment.js';
import { Clock, dayOf } from '../platform/clock.js';
import { PersonNames } from '../platform/person-names.js';
import type { Known } from '../visibility/known.js';
import { VisibleSlips } from '../visibility/visible-slips.js';
import type { SlipReceiptView, SlipView } from './dto/slip.view.js';

/** Slips as their reader may see them: what stands open. */
@Injectable()
export class SlipViews {
  constructor(
    private readonly slips: VisibleSlips,
    private readonly units: UnitDirectory,
    private readonly names: PersonNames,
    private readonly clock: Clock,
  ) {}

  async of(caller: Caller, rows: readonly Known<SlipRow>[]): Promise<SlipView[]> {
    const persons = await this.names.of([...new Set(rows.flatMap(personsIn))]);
    const units = await this.units.names(rows.flatMap(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId]));
    const named = {
      person: (id: string) => persons.get(id) ?? '',
      unit: (id: string) => units.get(id) ?? '',
    };
    return rows.map((row) => {
      const isTaken = this.slips.mayReceive(caller, row);
      return {
        ...openPart(row, named),
        isLate: (row.receivedAt ? dayOf(row.receivedAt.getTime()) : this.clock.today()) > row.receiptDueOn,
        mayReceive: isTaken && row.receivedAt === null && row.sentBy !== caller.personId,
        mayOpen: isTaken && row.receivedAt !== null,
      };
    });
  }

  async one(caller: Caller, row: Known<SlipRow>): Promise<SlipView> {
    return (await this.of(caller, [row]))[0]!;
  }
}

interface Named {
  readonly person: (id: string) => string;
  readonly unit: (id: string) => string;
}

const personsIn = ({ sentBy, onBehalfOf, receivedBy, receivedFor }: SlipRow): string[] => [
  ...[sentBy, ...onBehalfOf],
  ...[...(receivedBy === null ? [] : [receivedBy]), ...(receivedFor ?? [])],
];

const openPart = (row: Known<SlipRow>, { person, unit }: Named) => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  kindTitle: slipKindOf(row.kind)?.title ?? row.kind,
  subject: row.subject,
  fromUnit: unit(row.fromUnitId),
  toUnit: unit(row.toUnitId),
  sentBy: person(row.sentBy),
  onBehalfOf: row.onBehalfOf.map(person),
  sentAt: shownMoment(row.sentAt),
  receiptDueOn: row.receiptDueOn,
  receipt: receiptOf(row, person),
});

function receiptOf(
  { receivedBy, receivedFor, receivedAt }: Known<SlipRow>,
  person: Named['person'],
): SlipReceiptView | null {
  if (receivedBy === null || receivedAt === null) return null;
  return {
    by: person(receivedBy),
    onBehalfOf: (receivedFor ?? []).map(person),
    at: shownMoment(receivedAt),
  };
}
