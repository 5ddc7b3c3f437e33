import type { JsonObject } from '@wuqing/kernel';
import type { CaseWalker } from './case-walker.js';
import { send, submit, to, work } from './major-matter-walks.js';
import { journeyOf } from './walk-to.js';

const NOBODY = { yes: 0, no: 0, abstain: 0 };
const petition = { source: '法定联名', proposerKind: '村民代表', proposerCount: 12 };
describe('routing', () => {
  it('sends a matter of both tracks back to registration, to be split', () => {
    const walker = to('register-matter');
    submit(walker, 'register-matter', { matterTypes: ['A2', 'B2'] });
    expect(walker.open).toEqual(['register-matter']);
  });

  it.each([
    ['A6 always', { matterTypes: ['A6'] }, {}, 'villagers-assembly'],
    [
      'A1 without authorization',
      { matterTypes: ['A1'] },
      { authorization: null, authorizations: [] },
      'villagers-assembly',
    ],
    ['A1 with authorization', { matterTypes: ['A1'] }, {}, 'representatives-meeting'],
    ['B10', { matterTypes: ['B10'] }, {}, 'members-assembly'],
    ['a third of the representatives', { matterTypes: ['A1'], ...petition }, {}, 'villagers-assembly'],
  ])('%s', (_what, registration, roll, body) => {
    expect(to('propose-matter', { registration, roll }).variable('body')).toBe(body);
  });

  it('keeps the first body for a changed resolution', () => {
    const walker = to('propose-matter', { registration: { changedBody: '村民会议' } });
    expect(walker.variable('body')).toBe('villagers-assembly');
  });
});

describe('steps one to three', () => {
  const late: readonly (readonly [element: string, again: string, change: JsonObject])[] = [
    ['propose-matter', 'propose-matter', { present: 2, ...NOBODY }],
    ['deliberate-committees', 'deliberate-committees', { present: 3, ...NOBODY }],
    ['review-party-meeting', 'send-plan', { present: 14, ...NOBODY }],
  ];

  it.each(late)('%s without quorum comes back to %s', (element, again, change) => {
    const walker = to(element);
    submit(walker, element, change);
    expect(work(walker)).toEqual([again]);
  });

  const lost: readonly (readonly [element: string, change: JsonObject])[] = [
    ['propose-matter', { yes: 2, no: 3 }],
    ['deliberate-committees', { yes: 3, no: 4 }],
    ['review-party-meeting', { yes: 15, no: 9, abstain: 0 }],
  ];

  it.each(lost)('%s not adopted ends the case', (element, change) => {
    const walker = to(element);
    submit(walker, element, change);
    expect(walker.state.status).toBe('completed');
    expect(walker.outcome().ended).toContain('end-not-adopted');
  });

  it('not adopted, a statutory petition goes on with the opinion', () => {
    const walker = to('propose-matter', { registration: petition });
    submit(walker, 'propose-matter', { yes: 0, no: 5 });
    expect(work(walker)).toEqual(['deliberate-committees']);
  });
});

describe('the town', () => {
  it.each([
    [1, 'propose-matter'],
    [2, 'deliberate-committees'],
    [3, 'send-plan'],
  ])('returns to step %i', (returnTo, element) => {
    const walker = to('review-by-town');
    submit(walker, 'review-by-town', { verdict: '退回', legality: '违法', legalBasis: '依据', returnTo });
    expect(walker.open.sort()).toEqual([`observe-${returnTo}`, element].sort());
  });

  it('has seven working days, and 15 days are given to convene on a petition', () => {
    const walker = to('review-by-town', { registration: petition });
    submit(walker, 'review-by-town');
    expect(walker.outcome().opens).toMatchObject({ 'convene-body': '2026-09-23' });
  });
});

describe('the deciding body', () => {
  it('is the assembly once the authorization has lapsed, with ten clear days', () => {
    const [authorization] = journeyOf('A1').start.roll['authorizations'] as JsonObject[];
    const lapsing = { ...authorization, validUntil: '2026-09-14' };
    const walker = to('convene-body', { roll: { authorization: lapsing, authorizations: [lapsing] } });
    submit(walker, 'convene-body');
    walker.goTo('2026-09-15');
    expect(work(walker)).toEqual(['convene-body']);
    expect(walker.variable('body')).toBe('villagers-assembly');
    submit(walker, 'convene-body', {
      noticedOn: '2026-09-15',
      postedOn: '2026-09-15',
      meetingOn: '2026-09-28',
    });
    expect(walker.outcome().timers).toMatchObject({ 'tm-before-meeting': '2026-09-26' });
  });

  it('may meet at once as an assembly with a stated emergency', () => {
    const walker = to('convene-body', { registration: { matterTypes: ['A6'] } });
    submit(walker, 'convene-body', { meetingOn: '2026-09-10', emergencyReason: '汛情' });
    expect(walker.outcome().timers).toMatchObject({ 'tm-before-meeting': '2026-09-10' });
  });

  it.each([
    ['a tie', { yes: 15, no: 15, abstain: 1 }],
    ['no majority of those present', { yes: 15, no: 10, abstain: 6 }],
  ])('%s ends the case', (_what, change) => {
    const walker = to('decide-by-body');
    submit(walker, 'decide-by-body', change);
    expect(walker.outcome().ended).toContain('end-not-adopted');
  });

  it('needs two thirds of all members: 608 of the 640 present are not enough', () => {
    const walker = to('decide-by-body', {}, 'A3');
    submit(walker, 'decide-by-body', { present: 640, yes: 608, no: 30, abstain: 2, online: 0 }, 'A3');
    expect(walker.state.status).toBe('completed');
  });

  it('counts households where 户代表 meet', () => {
    const walker = to('convene-body', { registration: { matterTypes: ['A6'] } });
    submit(walker, 'convene-body', { meetingOn: '2026-09-20' });
    walker.goTo('2026-09-20');
    submit(walker, 'decide-by-body', {
      heldOn: '2026-09-20',
      shouldAttend: 304,
      present: 203,
      yes: 102,
      no: 101,
      abstain: 0,
      basis: '户代表',
    });
    expect(work(walker)).toEqual(['publish-resolution']);
  });
});

describe('withdrawal', () => {
  it('before the ballot ends the case', () => {
    const walker = to('deliberate-committees');
    send(walker, 'withdrawn');
    expect(walker.outcome().ended).toContain('end-withdrawn');
    expect(walker.state.status).toBe('completed');
  });

  it('is possible again when the body must be convened anew', () => {
    const walker = to('decide-by-body');
    submit(walker, 'decide-by-body', { present: 26, ...NOBODY });
    send(walker, 'withdrawn');
    expect(walker.outcome().ended).toContain('end-withdrawn');
  });

  it.each([
    ['of a statutory petition', 'propose-matter', { registration: petition }],
    ['when the ballot is open', 'decide-by-body', {}],
  ])('%s changes nothing', (_what, element, detour) => {
    const walker = to(element, detour);
    const { open } = walker;
    send(walker, 'withdrawn');
    expect(walker.outcome().ended).toEqual(['end-withdrawal-refused']);
    expect(walker.open).toEqual(open);
  });
});

describe('the notice of the resolution', () => {
  const objected = (result: string): CaseWalker => {
    const walker = to('verify-resolution-notice');
    submit(walker, 'verify-resolution-notice');
    send(walker, 'objection');
    submit(walker, 'answer-objection', {}, 'A2');
    submit(walker, 'decide-objection', { result }, 'A2');
    return walker;
  };

  it.each([
    ['程序违法', 'convene-body'],
    ['内容需改', 'deliberate-committees'],
    ['公开不实', 'publish-resolution'],
  ])('an objection found %s leads to %s', (result, element) => {
    expect(work(objected(result))).toEqual([element]);
  });

  it('hangs for a new fifteen days after 公开不实', () => {
    const walker = objected('公开不实');
    walker.goTo('2026-09-21');
    submit(walker, 'publish-resolution', { from: '2026-09-21', to: '2026-10-08' });
    submit(walker, 'verify-resolution-notice');
    expect(walker.outcome().timers).toMatchObject({ 'tm-resolution-notice': '2026-10-09' });
  });

  it('is published anew when it was found untrue', () => {
    const walker = to('verify-resolution-notice');
    submit(walker, 'verify-resolution-notice', { ok: false });
    expect(work(walker)).toEqual(['publish-resolution']);
  });

  it('holds step 7 until every objection is answered', () => {
    const walker = to('verify-resolution-notice');
    submit(walker, 'verify-resolution-notice');
    send(walker, 'objection');
    send(walker, 'objection');
    walker.goTo('2026-10-09');
    expect(work(walker)).toEqual(['answer-objection', 'answer-objection']);
    for (const left of [1, 0]) {
      submit(walker, 'answer-objection', {}, 'A2');
      submit(walker, 'decide-objection', {}, 'A2');
      expect(work(walker)).toHaveLength(left === 0 ? 1 : left);
    }
    expect(work(walker)).toEqual(['implement-matter']);
  });

  it('forgets the objections to a notice that was taken back', () => {
    const walker = to('verify-resolution-notice');
    send(walker, 'objection');
    send(walker, 'objection');
    submit(walker, 'answer-objection', {}, 'A2');
    submit(walker, 'decide-objection', { result: '公开不实' }, 'A2');
    submit(walker, 'publish-resolution', { from: '2026-09-18', to: '2026-10-08' });
    submit(walker, 'verify-resolution-notice');
    walker.goTo('2026-10-09');
    expect(work(walker)).toEqual(['implement-matter']);
  });

  it('ends with the case when the court revokes the resolution', () => {
    const walker = to('verify-resolution-notice');
    send(walker, 'court-judgment');
    expect(walker.outcome().ended).toContain('end-void');
    expect(walker.state.status).toBe('completed');
  });
});

describe('carrying out', () => {
  it('stops when the court revokes the resolution', () => {
    const walker = to('implement-matter');
    send(walker, 'court-judgment');
    expect(walker.outcome().ended).toContain('end-void');
  });

  it('is done again when the supervision committee does not accept it', () => {
    const walker = to('verify-implementation');
    submit(walker, 'verify-implementation', { ok: false });
    expect(work(walker)).toEqual(['implement-matter']);
  });

  it.each([
    ['an invoice before the notice ended', { invoiceOn: '2026-10-08' }, true],
    ['a contract before the tender', { tenderOn: '2026-10-20', contractOn: '2026-10-19' }, true],
    ['unequal amounts', { invoiceFen: 3860001 }, true],
    ['nothing of the kind', { tenderOn: '2026-10-09' }, false],
  ])('%s: suspected %#', (_what, change, suspected) => {
    const walker = to('implement-matter');
    submit(walker, 'implement-matter', change);
    expect(work(walker)).toEqual([suspected ? 'explain-suspicion' : 'verify-implementation']);
  });

  it.each([
    ['convene-body', 'convene-body'],
    ['publish-resolution', 'publish-resolution'],
    ['propose-matter', 'propose-matter'],
    ['finalize-plan', 'finalize-plan'],
  ])('an order of the town leads to %s', (nextStep, element) => {
    const walker = to('implement-matter');
    send(walker, 'town-order', { nextStep });
    expect(work(walker)).toEqual([element]);
  });

  it('can be left by ReturnToStep', () => {
    const walker = to('implement-matter');
    expect(walker.returnTo('deliberate-committees').ok).toBe(true);
    expect(work(walker)).toEqual(['deliberate-committees']);
  });
});
