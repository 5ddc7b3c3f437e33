import { ask, hostileExpressions, hostileNames } from './hostile-feel.fixture.js';
import { parseExpression } from './parse-expression.js';

/** Issue 4, "Must hold" 5: each ends by itself. How soon is asked by `npm run bench:hostile`. */
describe('a hostile expression ends', () => {
  it.each(hostileExpressions)('%s', (expression, code) => {
    expect([1, 2, 3].map(() => ask(expression))).toEqual([code, code, code]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('and its patterns are refused when it is published', () =>
    expect(ask('matches("a", "(a{1000}){1000}")')).toBe('refused'));
});

describe('an expression of hostile names is read, or is refused', () => {
  it.each(hostileNames)('%s', (_what, source, names, isRead) =>
    expect(parseExpression(source, { hostFunctionNames: [], names }).ok).toBe(isRead),
  );
});
