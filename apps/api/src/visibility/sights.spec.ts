import { can, confidentialityLevels, type Actor, type ActorPosition, type Resource } from '@wuqing/access';
import fc from 'fast-check';
import { sightFrom, waitingFor } from './sights.js';

const position = fc.record({
  key: fc.constantFrom('village-clerk', 'village-representative', 'office-clerk', 'town-head', 'admin'),
  unitId: fc.constantFrom('v1', 'v2', 'jg', 'jw', 'town'),
  unitKind: fc.constantFrom('village', 'office', 'town'),
  officeCode: fc.constantFrom(null, 'jingguan', 'jiwei'),
  onBehalfOf: fc.constantFrom(null, 'other'),
  reach: fc.subarray(['v1', 'v2', 'town']),
}) as fc.Arbitrary<ActorPosition>;

const actors: fc.Arbitrary<Actor> = fc
  .array(position, { minLength: 1, maxLength: 3 })
  .map((positions) => ({ personId: 'me', positions, reach: positions.flatMap(({ reach }) => reach) }));

/** What a task that waits for the actor may be: addressed to one of his seats and unclaimed, or claimed by him. */
const waiting = (actor: Actor): fc.Arbitrary<Resource> =>
  fc
    .record({
      unitId: fc.constantFrom('v1', 'v2'),
      level: fc.constantFrom(...confidentialityLevels),
      handlingUnitIds: fc.subarray(['jg', 'jw', 'town']),
      isClaimed: fc.boolean(),
      seat: fc.constantFrom(...actor.positions),
      others: fc.subarray([{ positionKey: 'village-director' as const, unitId: 'v2' }]),
    })
    .map(({ isClaimed, seat, others, ...rest }) => ({
      ...rest,
      assigneeId: isClaimed ? actor.personId : null,
      holders: isClaimed ? others : [...others, { positionKey: seat.key, unitId: seat.unitId }],
    }));

describe('whether somebody may know of what waits for him', () => {
  it('is the same for one task as for all of its level: what is counted is what may be read', () => {
    fc.assert(
      fc.property(
        actors.chain((actor) => fc.tuple(fc.constant(actor), waiting(actor))),
        ([actor, resource]) => {
          const counted = can(actor, 'user-task.read', waitingFor(actor.personId, resource.level!));
          expect(counted.allowed).toBe(can(actor, 'user-task.read', resource).allowed);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

it.each([
  [
    'abc review',
    { definitionChecksum: 'abc', elementId: 'review', callers: [], callKey: null, caseId: null },
  ],
  [
    'abc review case:one',
    { definitionChecksum: 'abc', elementId: 'review', callers: [], callKey: null, caseId: 'one' },
  ],
  [
    'abc review def outer case:one',
    { definitionChecksum: 'abc', elementId: 'review', callers: ['def'], callKey: 'outer#0', caseId: 'one' },
  ],
  [
    'abc review def,ghi outer/inner',
    {
      definitionChecksum: 'abc',
      elementId: 'review',
      callers: ['def', 'ghi'],
      callKey: 'outer/inner#0',
      caseId: null,
    },
  ],
])('reads %j', (text, sight) => expect(sightFrom(text)).toEqual(sight));
