import type { Json } from '@wuqing/kernel';
import fc from 'fast-check';
import { feelHostFunctions } from './feel-host-functions.js';
import { officialCalendar } from './official-calendar.js';
import { indexCalendar } from './working-calendar.js';

const functions = feelHostFunctions(indexCalendar(officialCalendar));
const call = (name: string, ...args: Json[]): Json => functions[name]!(...args);

describe('the host functions of FEEL', () => {
  it.each<[string, Json[], Json]>([
    ['add working days', ['2026-08-24', 5], '2026-08-31'],
    ['add working days', ['2026-08-31', -5], '2026-08-24'],
    ['add working days', ['2026-08-29', 0], '2026-08-29'],
    ['notice end', ['2026-09-16', 15], '2026-10-08'],
    ['earliest meeting day', ['2026-09-09', 5], '2026-09-15'],
    ['latest notice day', ['2026-09-15', 5], '2026-09-09'],
    ['term end', ['2026-09-18', '15D'], '2026-10-08'],
    ['term end', ['2026-09-18', '15W'], '2026-10-15'],
    ['is working day', ['2026-10-10'], true],
    ['is provisional', ['2027-01-01'], true],
    ['is provisional', ['2026-12-31'], false],
  ])('%s(%p) is %p', (name, args, expected) => expect(call(name, ...args)).toBe(expected));

  it.each<[string, Json[]]>([
    ['add working days', []],
    ['add working days', ['2026-08-24']],
    ['add working days', ['2026-08-24', '5']],
    ['add working days', ['2026-08-24', 1.5]],
    ['add working days', ['2026-08-24', 1e9]],
    ['add working days', ['2026-02-30', 1]],
    ['add working days', [null, 1]],
    ['add working days', ['2026-08-24', 1, 1]],
    ['notice end', ['2026-09-16', 0]],
    ['earliest meeting day', ['2026-09-09', -1]],
    ['term end', ['2026-09-18', '15']],
    ['term end', ['2026-09-18', 15]],
    ['term end', ['2026-09-18', '15D', 'x']],
    ['is provisional', [true]],
    ['is provisional', ['2026-01-01', 1]],
    ['is working day', [{ date: '2026-01-01' }]],
  ])('%s(%p) is null', (name, args) => expect(call(name, ...args)).toBeNull());

  it('throw on no argument at all, and answer in JSON', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(functions)),
        fc.array(fc.jsonValue(), { maxLength: 4 }),
        (name, args) => {
          const answer = call(name, ...(args as Json[]));
          expect(answer === null || ['string', 'boolean'].includes(typeof answer)).toBe(true);
        },
      ),
    );
  });
});
