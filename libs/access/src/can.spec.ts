import fc from 'fast-check';
import { allActions, type Action } from './action.js';
import { unitsVisibleTo } from './actor.js';
import { can } from './can.js';
import { confidentialityLevels } from './confidentiality-level.js';
import type { Resource } from './resource.js';
import { actor, organization, seats, village, type Who } from './seats.fixture.js';

const CADRES: Who[] = ['secretary', 'party-committee', 'director', 'committee', 'clerk', 'accountant'];
const SUPERVISION: Who[] = ['discipline-member', 'supervisor', 'supervision'];
const TOWN: Who[] = ['first', 'head', 'discipline-secretary', 'deputy'];
const JIWEI: Who[] = ['jiwei-head', 'jiwei-clerk'];
const HEADS: Who[] = ['station-head', 'jiwei-head'];
const OFFICES: Who[] = [...HEADS, 'station-clerk', 'jiwei-clerk'];
const VILLAGE_STAFF: Who[] = [...CADRES, ...SUPERVISION, 'branch'];
const TOWN_STAFF: Who[] = [...TOWN, ...OFFICES, 'admin'];

interface Expected {
  /** Allowed in village 1 alone. */
  readonly own: readonly Who[];
  /** Allowed in both villages. */
  readonly everywhere: readonly Who[];
}

/** Who may act on a case of level V in demo mode, with no step addressed to anybody and a draft by someone else. */
const expected: Record<Action, Expected> = {
  'case.start': { own: CADRES, everywhere: OFFICES },
  'case.read': { own: VILLAGE_STAFF, everywhere: TOWN_STAFF },
  'case.return': { own: [], everywhere: TOWN },
  'case.cancel': { own: ['secretary'], everywhere: TOWN },
  'case.suspend': { own: [], everywhere: TOWN },
  'case.repair': { own: [], everywhere: [...TOWN, 'admin'] },
  'case.override': { own: [], everywhere: TOWN },
  'case.add-member': { own: ['secretary'], everywhere: TOWN },
  'case.activate-step': { own: CADRES, everywhere: TOWN },
  'case.migrate': { own: [], everywhere: ['admin'] },
  'case.fast-forward': { own: VILLAGE_STAFF, everywhere: TOWN_STAFF },
  'user-task.read': { own: VILLAGE_STAFF, everywhere: TOWN_STAFF },
  'user-task.claim': { own: [], everywhere: [] },
  'user-task.release': { own: [], everywhere: ['admin'] },
  'user-task.hand-over': { own: [], everywhere: [] },
  'user-task.complete': { own: [], everywhere: [] },
  'deadline.read': { own: VILLAGE_STAFF, everywhere: TOWN_STAFF },
  'deadline.pause': { own: ['branch'], everywhere: TOWN },
  'deadline.extend': { own: [], everywhere: TOWN },
  'supervision.read': { own: ['branch'], everywhere: [...TOWN, ...JIWEI] },
  'case.urge': { own: ['branch'], everywhere: [...TOWN, ...JIWEI] },
  'supervision-order.issue': { own: [], everywhere: ['discipline-secretary', ...JIWEI] },
  'inspection.read': { own: ['branch'], everywhere: [...TOWN, ...OFFICES] },
  'inspection.record': { own: [], everywhere: ['discipline-secretary', ...OFFICES] },
  'alert.read': { own: ['branch'], everywhere: [...TOWN, ...JIWEI] },
  'alert.acknowledge': { own: [], everywhere: [] },
  'message.publish': { own: [...CADRES, ...SUPERVISION], everywhere: [...TOWN, ...OFFICES] },
  'signal.broadcast': { own: [], everywhere: TOWN },
  'notice.read': { own: [], everywhere: seats.map(([who]) => who) },
  'objector.read': { own: SUPERVISION, everywhere: [...TOWN, ...JIWEI] },
  'process.read': { own: [], everywhere: [...VILLAGE_STAFF, ...TOWN_STAFF] },
  'process.publish': { own: [], everywhere: ['admin'] },
  'audit.read': { own: [], everywhere: ['discipline-secretary', ...JIWEI, 'admin'] },
  'security-event.read': { own: [], everywhere: ['discipline-secretary', ...JIWEI, 'admin'] },
  'account.invite': { own: [], everywhere: ['admin'] },
  'second-factor.configure': { own: [], everywhere: ['admin'] },
  'organization.read': { own: VILLAGE_STAFF, everywhere: TOWN_STAFF },
  'organization.keep': { own: [], everywhere: ['admin'] },
  'queue.mend': { own: [], everywhere: ['admin'] },
  'ledger.read': { own: VILLAGE_STAFF, everywhere: TOWN_STAFF },
  'ledger-look.read': { own: [], everywhere: ['discipline-secretary', ...JIWEI] },
  'ledger.edit': { own: [], everywhere: [] },
  'ledger-edit.read': { own: [], everywhere: ['discipline-secretary', ...JIWEI] },
  'ledger-edit.decide': { own: [], everywhere: [] },
  'slip.read': { own: [], everywhere: [] },
  'slip.send': { own: [], everywhere: [] },
  'slip.receive': { own: [], everywhere: [] },
  'letter.read': { own: [], everywhere: [] },
  'letter.issue': { own: [], everywhere: [] },
  'letter.answer': { own: [], everywhere: [] },
  'circle.read': { own: [], everywhere: ['discipline-secretary', ...JIWEI] },
  'circle.keep': { own: [], everywhere: ['discipline-secretary', ...JIWEI] },
  'channel.configure': { own: [], everywhere: ['admin'] },
};

const cells = allActions.flatMap((action) => seats.map(([who]) => [action, who] as const));

describe('every action for every role', () => {
  it.each(cells)('%s by %s, in the own village and in another', (action, who) => {
    const { own, everywhere } = expected[action];
    expect(can(actor(who), action, village('v1')).allowed).toBe(
      own.includes(who) || everywhere.includes(who),
    );
    expect(can(actor(who), action, village('v2')).allowed).toBe(everywhere.includes(who));
  });

  it('is refused in Chinese, with the action named', () => {
    const answers = cells.map(([action, who]) => can(actor(who), action, village('v2')));
    const reasons = answers.flatMap((answer) => (answer.allowed ? [] : [answer.reason]));
    expect(reasons.length).toBeGreaterThan(200);
    expect(reasons.filter((reason) => !/^[\p{Script=Han}，。]+。$/u.test(reason))).toEqual([]);
    expect(can(actor('clerk'), 'case.read', village('v2'))).toEqual({
      allowed: false,
      reason: '该事项不在您的管辖范围内，不能查看事项，请由所属村或镇有关科室办理。',
      hidden: false,
    });
  });

  it('has no rule for an action that is not on the list', () => {
    expect(can(actor('admin'), 'case.delete' as Action, village('v1')).allowed).toBe(false);
    expect(can(actor('admin'), 'toString' as Action, village('v1')).allowed).toBe(false);
  });
});

describe('whoever holds no position', () => {
  const resources = fc.record(
    {
      unitId: fc.constantFrom('v1', 'v2', 'town', 'jg'),
      level: fc.constantFrom(...confidentialityLevels),
      holders: fc.array(
        fc.record({
          positionKey: fc.constantFrom(...seats.map((seat) => seat[1])),
          unitId: fc.constantFrom('v1', 'town'),
        }),
      ),
      assigneeId: fc.constantFrom(null, 'nobody', 'clerk'),
      needToKnow: fc.constantFrom<string[]>([], ['nobody']),
      handlingUnitIds: fc.constantFrom(['v1'], ['jg']),
      authorId: fc.constantFrom('clerk', 'nobody'),
      demoMode: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  it('is allowed public notices and nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allActions), resources, fc.boolean(), (action, resource, isKnown) => {
        const answer = can(isKnown ? actor('nobody') : null, action, resource);
        expect(answer.allowed).toBe(action === 'notice.read');
      }),
    );
  });

  it('sees no unit', () => {
    expect(actor('nobody')).toEqual({ personId: 'nobody', positions: [], reach: [] });
  });
});

describe('the units an actor sees', () => {
  it.each([
    ['clerk', ['v1']],
    ['substitute', ['v1']],
    ['representative', []],
    ['branch', ['b1', 'v1']],
    ['station-clerk', ['town', 'jg', 'b1', 'b2', 'v1', 'v2']],
    ['jiwei-clerk', ['town', 'jg', 'jw', 'b1', 'b2', 'v1', 'v2']],
    ['head', ['town', 'jg', 'jw', 'b1', 'b2', 'v1', 'v2']],
    ['admin', ['town', 'jg', 'jw', 'b1', 'b2', 'v1', 'v2']],
  ])('%s: %j', (who, units) => {
    expect(unitsVisibleTo(actor(who), organization)).toEqual(units);
    expect(actor(who).reach).toEqual(units);
  });

  it('do not lend one position’s reach to another position’s role', () => {
    expect(can(actor('two-seats'), 'case.cancel', village('v2')).allowed).toBe(false);
    expect(can(actor('two-seats'), 'message.publish', village('v2')).allowed).toBe(true);
    const clerkOnly = { ...actor('two-seats'), positions: actor('two-seats').positions.slice(0, 1) };
    expect(can(clerkOnly, 'message.publish', village('v2')).allowed).toBe(false);
  });
});

describe('a step addressed to a position', () => {
  const step: Resource = { ...village('v1'), holders: [{ positionKey: 'village-clerk', unitId: 'v1' }] };

  it.each<[string, Action, Partial<Resource>, boolean]>([
    ['clerk', 'user-task.claim', {}, true],
    ['clerk', 'user-task.claim', { assigneeId: null }, true],
    ['clerk', 'user-task.claim', { assigneeId: 'clerk' }, true],
    ['clerk', 'user-task.claim', { assigneeId: 'former' }, false],
    ['clerk', 'user-task.complete', {}, true],
    ['clerk', 'user-task.complete', { assigneeId: 'director' }, false],
    ['director', 'user-task.complete', { assigneeId: 'director' }, false],
    ['director', 'user-task.complete', { assigneeId: 'director', holders: [] }, true],
    ['director', 'user-task.read', { assigneeId: 'director' }, true],
    ['director', 'user-task.release', { assigneeId: 'director' }, true],
    ['director', 'case.return', { assigneeId: 'director' }, false],
    ['substitute', 'user-task.complete', { assigneeId: 'substitute' }, true],
    ['director', 'user-task.complete', {}, false],
    ['clerk', 'user-task.hand-over', {}, true],
    ['clerk', 'user-task.hand-over', { assigneeId: 'director' }, false],
    ['director', 'user-task.hand-over', { assigneeId: 'director' }, false],
    ['clerk', 'user-task.hand-over', { assigneeId: 'clerk' }, true],
    ['director', 'user-task.hand-over', {}, false],
    ['substitute', 'user-task.complete', {}, true],
    ['clerk', 'user-task.release', {}, false],
    ['clerk', 'user-task.release', { assigneeId: 'clerk' }, true],
    ['clerk', 'user-task.complete', { holders: [{ positionKey: 'village-clerk', unitId: 'v2' }] }, false],
    [
      'chair',
      'user-task.complete',
      { holders: [{ positionKey: 'collective-council-chair', unitId: 'v1' }] },
      true,
    ],
    ['chair', 'case.read', { holders: [{ positionKey: 'collective-council-chair', unitId: 'v1' }] }, true],
    ['clerk', 'case.return', {}, false],
    ['clerk', 'case.return', { assigneeId: 'clerk' }, true],
    [
      'station-clerk',
      'user-task.complete',
      { level: 'T', holders: [{ positionKey: 'office-clerk', unitId: 'jg' }] },
      true,
    ],
    [
      'station-clerk',
      'user-task.complete',
      { level: 'N', holders: [{ positionKey: 'office-clerk', unitId: 'jg' }] },
      false,
    ],
    [
      'jiwei-clerk',
      'user-task.complete',
      { level: 'N', holders: [{ positionKey: 'office-clerk', unitId: 'jw' }], needToKnow: ['jiwei-clerk'] },
      true,
    ],
    ['clerk', 'alert.acknowledge', {}, true],
    ['clerk', 'case.start', {}, true],
    ['director', 'case.start', {}, false],
    ['branch', 'deadline.pause', {}, true],
    ['branch', 'deadline.pause', { assigneeId: 'branch' }, false],
    ['head', 'deadline.extend', { holders: [{ positionKey: 'town-head', unitId: 'town' }] }, false],
    ['admin', 'process.publish', { authorId: 'admin' }, false],
    ['admin', 'process.publish', { authorId: undefined }, false],
    ['clerk', 'case.fast-forward', { demoMode: false }, false],
    ['clerk', 'case.fast-forward', { demoMode: undefined }, false],
  ])('%s, %s, %j: %s', (who, action, changes, allowed) => {
    expect(can(actor(who), action, { ...step, ...changes }).allowed).toBe(allowed);
  });

  it.each<[Action, Partial<Resource>, string]>([
    ['user-task.complete', { assigneeId: 'director' }, '该待办已由他人签收，请等待其办理或退还。'],
    [
      'case.start',
      { holders: [{ positionKey: 'village-director', unitId: 'v1' }] },
      '您的职务不能发起该事项，请由规定的经办人发起。',
    ],
    ['case.fast-forward', { demoMode: false }, '仅演示环境可以快进时间。'],
    [
      'user-task.complete',
      { assigneeId: 'clerk', holders: [{ positionKey: 'village-director', unitId: 'v1' }] },
      '您已不担任该步骤的承办职务，不能继续办理，请退还待办，由现任人员办理。',
    ],
    ['audit.read', {}, '您的职务没有查看留痕记录的权限，请由规定的承办人办理。'],
    ['user-task.complete', { barredPersonIds: ['clerk'] }, '应当回避，无权办理或查看。'],
  ])('%s with %j is refused with “%s”', (action, changes, reason) => {
    expect(can(actor('clerk'), action, { ...step, ...changes })).toMatchObject({ allowed: false, reason });
  });
});
