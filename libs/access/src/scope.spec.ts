import fc from 'fast-check';
import { allActions, type Action } from './action.js';
import { systemOf } from './actor.js';
import { can } from './can.js';
import { confidentialityLevels } from './confidentiality-level.js';
import { mayRead } from './confidentiality.js';
import { allScopes, isInScope, scopes, type Scope } from './scope.js';
import { organization, seats, village } from './seats.fixture.js';

const system = (unitId: string, ...given: Scope[]) =>
  systemOf('token', { unitId, scopes: given }, organization);
/** What a system with every scope may do at most, said once more and apart from the scopes. */
const READS_AND_SENDS: readonly Action[] = [
  'case.read',
  'user-task.read',
  'deadline.read',
  'supervision.read',
  'message.publish',
];

describe('another system', () => {
  it.each(allActions)('is let %s by a scope that names it, and by nothing else', (action) => {
    const isPublic = action === 'notice.read';
    expect(can(system('v1', ...allScopes), action, village('v1')).allowed).toBe(
      isPublic || READS_AND_SENDS.includes(action),
    );
    for (const scope of allScopes)
      expect(can(system('v1', scope), action, village('v1')).allowed).toBe(
        isPublic || (scopes[scope].actions as readonly Action[]).includes(action),
      );
    expect(can(system('v1'), action, village('v1')).allowed).toBe(isPublic);
  });

  it.each([
    ['v1', 'v1', true],
    ['v1', 'v2', false],
    ['v1', 'town', false],
    ['b1', 'v1', true],
    ['b1', 'v2', false],
    ['jg', 'v1', false],
    ['town', 'v2', true],
  ])('of %s reads a case of %s: %s', (own, unitId, allowed) =>
    expect(can(system(own, 'cases.read'), 'case.read', village(unitId)).allowed).toBe(allowed),
  );

  it('is refused what says of no unit', () =>
    expect(can(system('town', ...allScopes), 'case.read', {}).allowed).toBe(false));

  it('never learns of what fewer than every official may know, whoever is named', () => {
    const closed = fc.record({
      unitId: fc.constantFrom('v1', 'v2', 'town', 'jg', 'jw'),
      level: fc.constantFrom(...confidentialityLevels),
      holders: fc.constant(seats.map(([, positionKey, unitId]) => ({ positionKey, unitId }))),
      handlingUnitIds: fc.constantFrom<string[]>([], ['jg'], ['town']),
      needToKnow: fc.constantFrom<string[]>([], ['token'], ['clerk']),
      barredPersonIds: fc.constantFrom<string[]>([], ['clerk']),
      assigneeId: fc.constantFrom(null, 'token'),
    });
    fc.assert(
      fc.property(closed, fc.constantFrom(...allActions), (resource, action) => {
        const { level, needToKnow, barredPersonIds } = resource;
        const answer = can(system('town', ...allScopes), action, resource);
        if (action === 'notice.read') return answer.allowed;
        const isClosed =
          level === 'T' || level === 'N' || needToKnow.length > 0 || barredPersonIds.length > 0;
        return isClosed
          ? !answer.allowed && answer.hidden
          : answer.allowed === READS_AND_SENDS.includes(action);
      }),
    );
  });

  it('reads no field that is not public', () =>
    expect(
      confidentialityLevels.filter((level) =>
        mayRead(level, system('town', ...allScopes), {
          unitId: 'v1',
          needToKnow: ['token'],
          handlingUnitIds: ['town'],
        }),
      ),
    ).toEqual(['P']));

  it('has scopes of acts that are on the list', () =>
    expect(
      allScopes.every((scope) => scopes[scope].actions.every((action) => allActions.includes(action))),
    ).toBe(true));

  it('is let nothing by a scope that is not given', () => expect(isInScope([], 'case.read')).toBe(false));
});
