import type { JsonObject } from '@wuqing/kernel';
import { laneServices } from './lane-services.js';

const run = (type: string, input: JsonObject) => {
  const service = laneServices[type];
  if (service === undefined) throw new Error(`Expected a lane service ${type}`);
  return service(input);
};
const judge = (input: JsonObject) => run('wuqing.judge-resolution', input);
const route = (input: JsonObject) => run('wuqing.route-decision-body', input);

const counts = {
  body: 'representatives-meeting',
  decidedOn: '2026-09-15',
  shouldAttend: 40,
  present: 31,
  yes: 22,
  no: 6,
  abstain: 2,
  recused: ['p7'],
  womenShould: 14,
  womenPresent: 10,
  basis: null,
  online: null,
};

describe('wuqing.judge-resolution', () => {
  it('answers with the whole judgement', () => {
    expect(judge(counts)).toEqual({
      ok: true,
      value: {
        verdict: 'passed',
        passed: true,
        quorumMet: true,
        womenShareMet: true,
        quorumNeeded: 27,
        womenNeeded: 10,
        votesNeeded: 16,
        denominator: 31,
        reasons: [],
        unconfirmed: true,
      },
    });
  });

  it('takes the Chinese name of a body, and a basis that its form left standing', () => {
    expect(judge({ ...counts, body: '村民代表会议', basis: '户代表' }).ok).toBe(true);
  });

  it('answers the same to the same input', () => {
    expect(JSON.stringify(judge(counts))).toBe(JSON.stringify(judge({ ...counts })));
  });

  it.each([
    ['a typed result', { passed: true }, /^Expected only body, .*, found passed$/],
    ['an unknown body', { body: '股东会' }, /^Expected body to name a deciding body, found 股东会$/],
    ['a count as text', { yes: '22' }, /^Expected yes to be a number, found "22"$/],
    ['a missing count', { present: null }, /^请填写实到人数，应为不小于0的整数。$/],
    ['a false basis', { body: 'villagers-assembly', basis: '户' }, /^Expected basis to be/],
    ['votes that do not add up', { yes: 23 }, /^同意、反对、弃权与回避之和（32）应等于实到人数（31）/],
    ['a key from the prototype', { constructor: 1 }, /^Expected only .*found constructor$/],
  ])('refuses %s', (_name, over, message) => {
    const result = judge({ ...counts, ...over });
    expect(result).toMatchObject({ ok: false, error: expect.stringMatching(message) });
  });
});

const authorization = {
  id: 'auth-1',
  matterTypes: ['A1', 'A2', 'A3', 'A4', 'A5'],
  grantedOn: '2026-01-10',
  postedOn: '2026-01-11',
  filedOn: '2026-01-15',
};
const matter = {
  matterTypes: ['A3', 'A4'],
  proposedOn: '2026-08-24',
  source: '村干部提议',
  proposerKind: null,
  proposerCount: null,
  fundSource: '集体经营收入',
  villagers: 1001,
  representatives: 35,
  authorizations: [authorization],
  hasMembersRepresentatives: false,
};

describe('wuqing.route-decision-body', () => {
  it('answers with the whole routing', () => {
    expect(route(matter)).toEqual({
      ok: true,
      value: {
        body: 'representatives-meeting',
        authorizationId: 'auth-1',
        authorizationIds: ['auth-1'],
        splitNeeded: false,
        petition: 'none',
        reasons: ['村民会议已授权，由村民代表会议讨论决定。'],
      },
    });
  });

  it('takes the day of the meeting over the day of the proposal', () => {
    const until = { ...authorization, validUntil: '2026-08-31' };
    const both = { ...matter, authorizations: [until] };
    expect(route(both)).toMatchObject({ value: { body: 'representatives-meeting' } });
    expect(route({ ...both, meetingOn: '2026-09-15' })).toMatchObject({
      value: { body: 'villagers-assembly' },
    });
  });

  it('measures a petition only when the source says so', () => {
    const signed = { proposerKind: '村民', proposerCount: 101 };
    expect(route({ ...matter, ...signed })).toMatchObject({ value: { petition: 'none' } });
    expect(route({ ...matter, ...signed, source: '法定联名' })).toMatchObject({
      value: { petition: 'statutory', body: 'villagers-assembly' },
    });
  });

  it.each([
    ['a typed body', { body: 'villagers-assembly' }, /^Expected only .*found body$/],
    [
      'an authorization without id',
      { authorizations: [{ matterTypes: [], grantedOn: '2026-01-01' }] },
      /^Expected an authorization with id/,
    ],
    [
      'an authorization of no day',
      { authorizations: [{ ...authorization, filedOn: '2026-13-01' }] },
      /found 2026-13-01$/,
    ],
    [
      'authorizations that are none',
      { authorizations: ['auth-1'] },
      /^Expected authorizations to be a list of objects/,
    ],
    ['an unknown locked body', { lockedBody: 'x' }, /^Expected lockedBody/],
    ['a petition without its kind', { source: '法定联名' }, /^请选择联名人/],
    ['a petition without count', { source: '法定联名', proposerKind: '村民' }, /^请填写联名人数。$/],
    ['no type', { matterTypes: null }, /^请至少选择一个事项类型。$/],
  ])('refuses %s', (_name, over, message) => {
    expect(route({ ...matter, ...over })).toMatchObject({ ok: false, error: expect.stringMatching(message) });
  });
});
