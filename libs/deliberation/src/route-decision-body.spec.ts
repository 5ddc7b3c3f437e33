import type { Authorization } from './authorization.js';
import { routeDecisionBody, type RouteInput } from './route-decision-body.js';

const authorization: Authorization = {
  id: 'auth-1',
  grantedBy: 'villagers-assembly',
  matterTypes: ['A1', 'A2', 'A3', 'A4', 'A5'],
  grantedOn: '2026-01-10',
  postedOn: '2026-01-11',
  filedOn: '2026-01-15',
  validFrom: '2026-01-15',
  validUntil: '2026-12-31',
};

const matter = (over: Partial<RouteInput>): RouteInput => ({
  matterTypes: ['A3', 'A4'],
  meetingOn: '2026-09-15',
  authorizations: [authorization],
  hasMembersRepresentatives: true,
  hasCollectiveOrganization: true,
  ...over,
});

function routed(over: Partial<RouteInput>) {
  const result = routeDecisionBody(matter(over));
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe('the villagers’ track', () => {
  it('goes to the 村民代表会议 where the 村民会议 authorized it', () => {
    expect(routed({})).toEqual({
      body: 'representatives-meeting',
      authorizationId: 'auth-1',
      authorizationIds: ['auth-1'],
      splitNeeded: false,
      petition: 'none',
      reasons: ['村民会议已授权，由村民代表会议讨论决定。'],
    });
  });

  const lapsed: [string, Partial<Authorization>][] = [
    ['not granted by the 村民会议', { grantedBy: 'representatives-meeting' }],
    ['not posted', { postedOn: null }],
    ['posted after the meeting', { postedOn: '2026-09-16' }],
    ['not filed with the town', { filedOn: null }],
    ['not yet in force', { validFrom: '2026-09-16' }],
    ['out of force', { validUntil: '2026-09-14' }],
    ['for other types', { matterTypes: ['A3'] }],
  ];
  it.each(lapsed)('goes to the 村民会议 when the authorization is %s', (_name, over) => {
    const routing = routed({ authorizations: [{ ...authorization, ...over }] });
    expect(routing).toMatchObject({ body: 'villagers-assembly', authorizationId: null });
    expect(routing.reasons).toEqual(['该事项未经村民会议授权，村民代表会议决定无效，应提交村民会议。']);
  });

  it('takes the day of the authorization’s end as still in force', () => {
    expect(routed({ meetingOn: '2026-12-31' }).body).toBe('representatives-meeting');
  });

  it('accepts two authorizations that cover the types together', () => {
    const authorizations = [
      { ...authorization, id: 'a', matterTypes: ['A3'] },
      { ...authorization, id: 'b', matterTypes: ['A4'] },
    ];
    expect(routed({ authorizations })).toMatchObject({
      body: 'representatives-meeting',
      authorizationIds: ['a', 'b'],
    });
  });

  it('never delegates A6, whatever an authorization says', () => {
    const all = { ...authorization, matterTypes: ['A6', 'A3'] };
    const routing = routed({ matterTypes: ['A3', 'A6'], authorizations: [all] });
    expect(routing.body).toBe('villagers-assembly');
    expect(routing.reasons).toEqual(['村民会议保留的其他事项不得授权村民代表会议决定。']);
  });
});

describe('the members’ track', () => {
  it.each(['B1', 'B3', 'B8', 'B10', 'B12'])('%s stays with the 成员大会', (type) => {
    const routing = routed({ matterTypes: [type] });
    expect(routing.body).toBe('members-assembly');
    expect(routing.reasons).toEqual([`${type}只能由成员大会决定。`]);
  });

  it.each(['B2', 'B4', 'B5', 'B6', 'B7', 'B9', 'B11'])('%s goes to a 成员代表大会 of the 章程', (type) => {
    expect(routed({ matterTypes: [type] }).body).toBe('members-representatives-meeting');
    expect(routed({ matterTypes: [type], hasMembersRepresentatives: false }).body).toBe('members-assembly');
  });

  it('says when the village committee acts for a missing organization', () => {
    const routing = routed({ matterTypes: ['B10'], hasCollectiveOrganization: false });
    expect(routing.reasons).toContain('未设立农村集体经济组织，由村民委员会依法代行，适用同样的表决规则。');
  });
});

describe('a matter of both tracks', () => {
  it.each([
    ['集体经营收入', 'representatives-meeting'],
    ['village-money', 'representatives-meeting'],
    ['成员集体资产', 'members-representatives-meeting'],
    ['collective-assets', 'members-representatives-meeting'],
  ])('paid from %s goes to the %s', (fundSource, body) => {
    expect(routed({ matterTypes: ['A3', 'B11'], fundSource })).toMatchObject({ body, splitNeeded: false });
  });

  it.each([
    ['no fund source', ['A3', 'B11'], undefined],
    ['an unknown fund source', ['A3', 'B11'], '其他'],
    ['types that are not one matter', ['A2', 'B10'], 'village-money'],
  ])('is split with %s', (_name, matterTypes, fundSource) => {
    expect(routed({ matterTypes, fundSource })).toMatchObject({
      body: null,
      authorizationId: null,
      splitNeeded: true,
    });
  });
});

describe('法定联名', () => {
  const signed = (
    proposerKind: '村民' | '村民代表',
    proposerCount: number,
    authorizations = [authorization],
  ) =>
    routed({
      authorizations,
      petition: { proposerKind, proposerCount, villagers: 1001, representatives: 35 },
    });

  it('of ceil(villagers/10) demands the 村民会议', () => {
    expect(signed('村民', 100)).toMatchObject({ petition: 'insufficient', body: 'representatives-meeting' });
    expect(signed('村民', 101)).toMatchObject({ petition: 'statutory', body: 'villagers-assembly' });
  });

  it('of ceil(representatives/3) demands the 村民会议, of ceil(representatives/5) the 村民代表会议', () => {
    expect(signed('村民代表', 6).petition).toBe('insufficient');
    expect(signed('村民代表', 6).reasons[0]).toBe('联名人数未达法定数（至少7人），不按法定联名办理。');
    expect(signed('村民代表', 7)).toMatchObject({ petition: 'statutory', body: 'representatives-meeting' });
    expect(signed('村民代表', 11).body).toBe('representatives-meeting');
    expect(signed('村民代表', 12).body).toBe('villagers-assembly');
  });

  it('for the 村民代表会议 needs the authorization too', () => {
    expect(signed('村民代表', 7, [])).toMatchObject({ petition: 'statutory', body: 'villagers-assembly' });
  });
});

describe('a changed resolution', () => {
  it('stays with the body that decided first', () => {
    expect(routed({ lockedBody: 'villagers-assembly' })).toMatchObject({
      body: 'villagers-assembly',
      authorizationId: null,
    });
    expect(routed({ matterTypes: ['B7'], lockedBody: 'members-assembly' }).body).toBe('members-assembly');
    expect(routed({ lockedBody: 'representatives-meeting' }).body).toBe('representatives-meeting');
  });

  it('cannot cross to the other law', () => {
    const result = routeDecisionBody(matter({ lockedBody: 'members-assembly' }));
    expect(result).toEqual({ ok: false, error: '变更决议须由原决议机构讨论决定。' });
  });
});

describe('older law', () => {
  it('leaves collective matters with the villagers before 2025-05-01', () => {
    const standing = {
      ...authorization,
      matterTypes: ['B10'],
      grantedOn: '2024-01-01',
      postedOn: '2024-01-02',
      filedOn: '2024-01-03',
      validFrom: '2024-01-03',
    };
    expect(routed({ matterTypes: ['B10'], meetingOn: '2025-04-30', authorizations: [standing] }).body).toBe(
      'representatives-meeting',
    );
    expect(routed({ matterTypes: ['B10'], meetingOn: '2025-05-01', authorizations: [standing] }).body).toBe(
      'members-assembly',
    );
  });

  it('kept planning and help plans with the 村民会议 until 2026', () => {
    const standing = {
      ...authorization,
      grantedOn: '2025-01-01',
      postedOn: '2025-01-01',
      filedOn: '2025-01-01',
      validFrom: '2025-01-01',
    };
    expect(routed({ matterTypes: ['A1'], meetingOn: '2025-12-31', authorizations: [standing] }).body).toBe(
      'villagers-assembly',
    );
    expect(routed({ matterTypes: ['A1'], meetingOn: '2026-01-01', authorizations: [standing] }).body).toBe(
      'representatives-meeting',
    );
  });
});

describe('what cannot be routed', () => {
  it.each([
    ['no type', { matterTypes: [] }, '请至少选择一个事项类型。'],
    ['an unknown type', { matterTypes: ['C1'] }, '请核对事项类型“C1”：2026-09-15的法律没有这一类事项。'],
    ['no day', { meetingOn: '' }, '请填写会议日期，格式为2026-01-31。'],
  ])('%s', (_name, over, error) => {
    expect(routeDecisionBody(matter(over))).toEqual({ ok: false, error });
  });
});
