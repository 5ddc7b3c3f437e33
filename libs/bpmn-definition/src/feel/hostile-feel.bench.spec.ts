import { ask, hostileExpressions, hostileNames } from './hostile-feel.fixture.js';
import { parseExpression } from './parse-expression.js';

/** `npm run bench:hostile`; processor time, the least of three: a loaded machine may take any one of them away. */
function leastMs(perform: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const began = process.cpuUsage();
    perform();
    return process.cpuUsage(began).user / 1_000;
  });
  return Math.min(...times);
}

/** Issue 4, "Must hold" 5: below the 100 ms that an event loop may be held. */
it.each(hostileExpressions)('%s ends in time', (expression) =>
  expect(leastMs(() => ask(expression))).toBeLessThan(100),
);

it.each(hostileNames)('%s are read in time', (_what, source, names) =>
  expect(leastMs(() => parseExpression(source, { hostFunctionNames: [], names }))).toBeLessThan(200),
);
