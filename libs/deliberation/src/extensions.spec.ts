import { deliberationExtensions, readBallot, readDecisionBody, readQuorum } from './extensions.js';

const element = (name: string, attributes: Record<string, string>) => ({ name, attributes });

describe('the readers', () => {
  it('wq:ballot is secret unless it says otherwise', () => {
    const value = { body: { expression: '=body' }, secret: true, unconfirmed: true };
    expect(readBallot(element('ballot', { body: '=body', unconfirmed: 'true' }))).toEqual({
      ok: true,
      value,
    });
  });

  it('wq:quorum names a body', () => {
    const value = { body: { body: 'party-meeting' }, stricter: true, unconfirmed: false };
    expect(readQuorum(element('quorum', { body: 'party-meeting', stricter: 'true' }))).toEqual({
      ok: true,
      value,
    });
  });

  it('wq:decisionBody names two variables', () => {
    const value = { body: 'body', authorization: 'authorizationId' };
    expect(readDecisionBody(element('decisionBody', value))).toEqual({ ok: true, value });
  });
});

describe('the checkers', () => {
  it.each([
    ['ballot', { body: 'representatives-meeting' }],
    ['quorum', { body: '=body' }],
    ['decisionBody', { body: 'body', authorization: 'authorizationId' }],
  ])('find nothing in a good wq:%s', (name, attributes) => {
    expect(deliberationExtensions[name]?.(element(name, attributes))).toEqual([]);
  });

  it.each([
    ['ballot', {}, 'Expected wq:ballot to have the attribute body'],
    [
      'ballot',
      { body: '=body', secret: 'yes' },
      'Expected secret of wq:ballot to be true or false, found yes',
    ],
    [
      'ballot',
      { body: '=body', open: 'true' },
      'Expected wq:ballot to have only body, secret, relatedParties, unconfirmed, found open',
    ],
    ['quorum', { body: 'board' }, 'Expected body of wq:quorum to be an expression or one of '],
    [
      'quorum',
      { body: '=body', stricter: '1' },
      'Expected stricter of wq:quorum to be true or false, found 1',
    ],
    [
      'decisionBody',
      { body: 'body' },
      'Expected wq:decisionBody to name the variables body and authorization',
    ],
    ['decisionBody', { body: 'a b', authorization: 'c' }, 'Expected wq:decisionBody to name the variables'],
  ])('name what is wrong in wq:%s %j', (name, attributes, message) => {
    const found = deliberationExtensions[name]?.(element(name, attributes as Record<string, string>)) ?? [];
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(message)).toBe(true);
  });
});
