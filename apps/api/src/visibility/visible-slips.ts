import { Injectable } from '@nestjs/common';
import type { Resource } from '@wuqing/access';
import {
  findSlip,
  listReceivedSlips,
  listSentSlips,
  slipSeal,
  type SlipPage,
  type SlipRow,
  type Work,
} from '@wuqing/persistence';
import { receivingPositions, slipKinds, type SlipKind } from '@wuqing/slip';
import type { Caller } from '../access/caller.js';
import { notFound } from '../http/problem.js';
import { shownMoment } from '../http/shown-moment.js';
import { asKnown, type Known } from './known.js';
import { knownPage, type KnownRows } from './known-page.js';

/**
 * Slips: who sent one, or in whose name it was sent, and who sits in the office that it is addressed to, know of it; nobody else
 * does, however far he sees. What is sealed is the office's alone.
 */
@Injectable()
export class VisibleSlips {
  /** Units from which the caller sends slips of this kind: those in which he holds such a position. */
  sendingUnits(caller: Caller, kind: SlipKind): readonly string[] {
    const seats = caller
      .addressed()
      .filter(({ positionKey }) => kind.from.some((key) => key === positionKey));
    return [...new Set(seats.map(({ unitId }) => unitId))];
  }

  sent(work: Work, caller: Caller, { after, limit }: SlipPage): Promise<KnownRows<SlipRow>> {
    caller.addressed();
    return knownPage({
      after,
      limit,
      rowsAfter: (place, count) => listSentSlips(work, caller.personId, { after: place, limit: count }),
      placeOf,
      mayKnow: (row) => isSender(caller, row),
    });
  }

  received(work: Work, caller: Caller, { after, limit }: SlipPage): Promise<KnownRows<SlipRow>> {
    const offices = [
      ...new Set(
        caller
          .addressed()
          .filter(isReceiving)
          .map(({ unitId }) => unitId),
      ),
    ];
    return knownPage({
      after,
      limit,
      rowsAfter: (place, count) => listReceivedSlips(work, offices, { after: place, limit: count }),
      placeOf,
      mayKnow: (row) => caller.may('slip.receive', addressedTo(row)),
    });
  }

  /** A slip that the caller sent or whose office he sits in; any other is not there. */
  async slip(work: Work, caller: Caller, id: string): Promise<Known<SlipRow>> {
    const row = await findSlip(work, id);
    if (!row) throw notFound();
    const assigneeId = isSender(caller, row) ? caller.personId : null;
    caller.requireSight('slip.read', { ...addressedTo(row), assigneeId });
    return asKnown(row);
  }

  /** The same of a slip that is addressed to the caller's office. */
  async addressed(work: Work, caller: Caller, id: string): Promise<Known<SlipRow>> {
    const row = await this.slip(work, caller, id);
    caller.require('slip.receive', addressedTo(row));
    return row;
  }

  /** What is sealed in it, as it is kept; for whoever `addressed` has shown it to. */
  async seal(work: Work, caller: Caller, slip: Known<SlipRow>): Promise<string> {
    caller.require('slip.receive', addressedTo(slip));
    const sealed = await slipSeal(work, slip.id);
    if (sealed === undefined) throw new Error(`Expected slip ${slip.id} to have its seal`);
    return sealed;
  }

  /** The caller's own, by an id made of his own: whether this is a retry. */
  async own(work: Work, { personId }: Caller, id: string): Promise<Known<SlipRow> | undefined> {
    const row = await findSlip(work, id);
    return row?.sentBy === personId ? asKnown(row) : undefined;
  }

  /** Whether what was sent then is what is sent now; nothing of it is shown. */
  async holds(work: Work, slip: Known<SlipRow>, isSame: (sealed: string) => boolean): Promise<boolean> {
    const sealed = await slipSeal(work, slip.id);
    return sealed !== undefined && isSame(sealed);
  }

  mayReceive = (caller: Caller, row: SlipRow): boolean => caller.may('slip.receive', addressedTo(row));

  /** Whether the caller sends any, or sits where any may come. */
  isConcerned = (caller: Caller): boolean =>
    caller.addressed().some(isReceiving) ||
    slipKinds.some((kind) => this.sendingUnits(caller, kind).length > 0);
}

const placeOf = ({ sentAt, id }: SlipRow) => [shownMoment(sentAt), id] as const;

const isReceiving = ({ positionKey }: { readonly positionKey: string }): boolean =>
  receivingPositions.some((key) => key === positionKey);

const isSender = ({ personId }: Caller, { sentBy, onBehalfOf }: SlipRow): boolean =>
  sentBy === personId || onBehalfOf.includes(personId);

const addressedTo = ({ toUnitId }: Pick<SlipRow, 'toUnitId'>): Resource => ({
  unitId: toUnitId,
  holders: receivingPositions.map((positionKey) => ({ positionKey, unitId: toUnitId })),
});
