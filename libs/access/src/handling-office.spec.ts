import type { Action } from './action.js';
import { can } from './can.js';
import type { Resource } from './resource.js';
import { actor, village, type Who } from './seats.fixture.js';

describe('the office that handles a case', () => {
  const handled = (unitId: string, ...handlingUnitIds: string[]): Resource => ({
    ...village(unitId),
    handlingUnitIds,
  });
  const byHead: readonly Action[] = [
    'case.return',
    'case.suspend',
    'case.add-member',
    'case.activate-step',
    'deadline.pause',
    'deadline.extend',
  ];
  const cells = byHead.flatMap((action) => ['v1', 'v2'].map((unitId) => [action, unitId] as const));

  it.each(cells)('may %s in %s by its head, and no other office may', (action, unitId) => {
    const may = (who: Who, resource: Resource): boolean => can(actor(who), action, resource).allowed;
    expect(may('station-head', handled(unitId, 'jg'))).toBe(true);
    expect(may('jiwei-head', handled(unitId, 'jg'))).toBe(false);
    expect(may('jiwei-head', handled(unitId, 'jg', 'jw'))).toBe(true);
    expect(may('station-head', handled(unitId))).toBe(false);
    expect(may('station-clerk', handled(unitId, 'jg'))).toBe(action === 'case.activate-step');
    expect(may('clerk', handled(unitId, 'v1'))).toBe(action === 'case.activate-step' && unitId === 'v1');
  });

  it('broadcasts nothing to all villages: that is the town leaders’', () => {
    expect(can(actor('station-head'), 'signal.broadcast', handled('v1', 'jg')).allowed).toBe(false);
    expect(can(actor('head'), 'signal.broadcast', handled('v1', 'jg')).allowed).toBe(true);
  });
});
