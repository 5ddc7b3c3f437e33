import { actorOf, can, isWalled } from '@wuqing/access';
import {
  holdersOf,
  isPositionKey,
  parseCandidateReference,
  supervisorsOf,
  unitAt,
  type OrganizationIndex,
  type PositionKey,
} from '@wuqing/organization';
import type { CandidateHolder, CircleRow, PlannedInstant } from '@wuqing/persistence';
import { isOutside, outsideName, skipUpward } from '@wuqing/service-level';
import type { DueClock } from './due-clock.js';

/** Who learns of one instant. `outside`: bodies beyond the town, and in the town whoever carries the word there. */
export interface Told {
  readonly holders: readonly CandidateHolder[];
  readonly outside: readonly { readonly name: string; readonly carrier: CandidateHolder }[];
  /** The ladder has nobody, here or above, who is free to be told. */
  readonly nobody: boolean;
}

interface Asked {
  readonly clock: DueClock;
  readonly organization: OrganizationIndex;
  /** `YYYY-MM-DD`, the case's day. */
  readonly on: string;
  readonly late: readonly string[];
}

/** 村监会 is elected to watch those who lead the village (Art 32): in that seat nobody is their subordinate. */
const WATCHES_THE_VILLAGE = 'supervision-director';

const nothing: Told = { holders: [], outside: [], nobody: false };

/**
 * Who is told of `planned`. At breach and on the rungs a seat is passed over, and its step filled from above, when
 * nobody sits in it who is neither late himself nor a relative or a subordinate of who is late. The word that a term
 * has begun or is about to end goes to whom it names, and at breach the late themselves are told of their own.
 */
export function toldOf(
  planned: PlannedInstant,
  clock: DueClock,
  organization: OrganizationIndex,
  on: string,
): Told {
  const asked = { clock, organization, on, late: latePersons(clock, organization, on) };
  if (planned.kind !== 'due' && planned.kind !== 'rung')
    return { ...nothing, holders: planned.recipients.flatMap((reference) => namedSeat(reference, asked)) };
  const ladder = clock.instants.filter(({ kind }) => kind === 'due' || kind === 'rung');
  const steps = ladder.map((one) => ({ recipients: watchersOf(one, asked) }));
  const told = skipUpward(steps, [], (reference) => freeSeats(reference, asked));
  const step = ladder.findIndex(({ kind, rung }) => kind === planned.kind && rung === planned.rung);
  const own = planned.kind === 'due' ? planned.recipients.flatMap((one) => ownSeat(one, asked)) : [];
  const seats = [...new Set([...own, ...(told[step] ?? [])])];
  return {
    holders: seats.filter((seat) => !isOutside(seat)).map(holderOf),
    outside: seats.filter(isOutside).flatMap((seat) => carried(seat, told.slice(0, step))),
    nobody: seats.length === 0 && planned.recipients.length > 0,
  };
}

/** Who works on the task: who claimed it, else everybody who may. */
function latePersons(
  { assigneeId, handlers }: DueClock,
  organization: OrganizationIndex,
  on: string,
): string[] {
  if (assigneeId !== null) return [assigneeId];
  return handlers.flatMap((handler) => peopleIn(handler, organization, on));
}

const peopleIn = (
  { positionKey, unitId }: CandidateHolder,
  organization: OrganizationIndex,
  on: string,
): string[] =>
  isPositionKey(positionKey)
    ? holdersOf(positionKey, unitId, organization, on).map(({ personId }) => personId)
    : [];

function seatOf(reference: string, { clock, organization }: Asked): CandidateHolder | undefined {
  const parsed = parseCandidateReference(reference);
  if (!parsed.ok) return undefined;
  const unit = unitAt(parsed.value.place, clock.unitId, organization);
  return unit ? { positionKey: parsed.value.position, unitId: unit.id } : undefined;
}

/** Whom the word that a term has begun or is about to end names, where they may learn of the step. */
function namedSeat(reference: string, asked: Asked): CandidateHolder[] {
  const seat = seatOf(reference, asked);
  return seat && mayLearnIn(seat, asked) ? [seat] : [];
}

/** Of a walled step somebody in the seat must be a reader: being told opens no wall. */
function mayLearnIn(seat: CandidateHolder, { clock, organization, on }: Asked): boolean {
  if (!isWalled(clock.level)) return true;
  return peopleIn(seat, organization, on).some((personId) => mayLearn(personId, { clock, organization, on }));
}

/** What is asked of a step, to say who may learn of it. */
export type LearnedStep = Pick<DueClock, 'level' | 'unitId' | 'assigneeId' | 'handlers' | keyof CircleRow>;

/** Whether a person may learn of the step at all. */
export function mayLearn(
  personId: string,
  { clock, organization, on }: Pick<Asked, 'organization' | 'on'> & { readonly clock: LearnedStep },
): boolean {
  const { level, unitId, assigneeId, handlers, needToKnow, barredPersonIds } = clock;
  if (barredPersonIds.includes(personId)) return false;
  if (!isWalled(level)) return true;
  const holders = handlers.flatMap(({ positionKey, unitId: of }) =>
    isPositionKey(positionKey) ? [{ positionKey, unitId: of }] : [],
  );
  const handlingUnitIds = holders.map((holder) => holder.unitId).filter((of) => of !== unitId);
  const step = { unitId, level, holders, assigneeId, handlingUnitIds, needToKnow, barredPersonIds };
  return can(actorOf(personId, organization, on), 'user-task.read', step).allowed;
}

/** The seat behind a reference where somebody in it may be told; the name of a body outside, which always may. */
function freeSeats(reference: string, asked: Asked): readonly string[] {
  if (isOutside(reference)) return [reference];
  const seat = seatOf(reference, asked);
  if (!seat) return [];
  const people = peopleIn(seat, asked.organization, asked.on);
  return people.some((personId) => isFree(personId, seat, asked) && mayLearn(personId, asked))
    ? [idOf(seat)]
    : [];
}

function isFree(
  personId: string,
  { positionKey }: CandidateHolder,
  { late, organization, on }: Asked,
): boolean {
  if (late.includes(personId)) return false;
  if (late.some((one) => organization.relatives.get(one)?.includes(personId))) return false;
  if (positionKey === WATCHES_THE_VILLAGE) return true;
  const above = supervisorsOf(personId, organization, on).flatMap(({ personIds }) => personIds);
  return !late.some((one) => above.includes(one));
}

/** At breach the late themselves are told of their own: whoever is told beside them may be passed over. */
function watchersOf({ kind, recipients }: PlannedInstant, asked: Asked): readonly string[] {
  return kind === 'due'
    ? recipients.filter((reference) => ownSeat(reference, asked).length === 0)
    : recipients;
}

function ownSeat(reference: string, asked: Asked): string[] {
  const seat = seatOf(reference, asked);
  const isOwn = asked.clock.handlers.some((own) => seat && idOf(own) === idOf(seat));
  return seat && isOwn && mayLearnIn(seat, asked) ? [idOf(seat)] : [];
}

/** The nearest step below that has somebody in the town carries the word. */
function carried(seat: string, below: readonly (readonly string[])[]): Told['outside'] {
  const carriers = below.findLast((seats) => seats.some((one) => !isOutside(one))) ?? [];
  return carriers
    .filter((one) => !isOutside(one))
    .map((one) => ({ name: outsideName(seat), carrier: holderOf(one) }));
}

const idOf = ({ positionKey, unitId }: CandidateHolder): string => `${positionKey}/${unitId}`;

function holderOf(seat: string): CandidateHolder {
  const end = seat.indexOf('/');
  return { positionKey: seat.slice(0, end) as PositionKey, unitId: seat.slice(end + 1) };
}
