import fc from 'fast-check';
import { figuresOf, totalOf } from './inbox-figures.js';

const SUNDAY = '2026-12-06';

/** A task that waits, and the same one by one: what the figures are figures of. */
const task = fc.record({
  isClaimed: fc.boolean(),
  dueOn: fc.constantFrom('2026-11-28', '2026-12-06', '2026-12-07', 'infinity'),
  tone: fc.constantFrom('none', 'ok', 'warn', 'late', 'paused'),
});

describe('figures', () => {
  it('are those of the tasks, however these are kept together, and what came and went is in none', () => {
    fc.assert(
      fc.property(fc.array(task), fc.array(task), (tasks, gone) => {
        const one = (n: number) => (of: (typeof tasks)[number]) => ({
          isClaimed: of.isClaimed,
          counted: { [`${of.dueOn} ${of.tone}`]: n },
        });
        const counts = [...tasks.map(one(1)), ...gone.map(one(1)), ...gone.map(one(-1))];
        const { days, ...figures } = figuresOf(counts, SUNDAY);
        const many = (holds: (of: (typeof tasks)[number]) => boolean) => tasks.filter(holds).length;
        expect(figures).toEqual({
          todo: tasks.length,
          late: many(({ tone }) => tone === 'late'),
          warn: many(({ tone }) => tone === 'warn'),
          thisWeek: many(({ dueOn }) => ['2026-11-28', '2026-12-06'].includes(dueOn)),
          claimable: many(({ isClaimed }) => !isClaimed),
        });
        expect(days).toEqual(
          ['2026-11-28', '2026-12-06', '2026-12-07', 'infinity']
            .filter((day) => many(({ dueOn }) => dueOn === day) > 0)
            .map((day) => ({
              dueOn: day === 'infinity' ? null : day,
              total: many(({ dueOn }) => dueOn === day),
              late: many(({ dueOn, tone }) => dueOn === day && tone === 'late'),
              warn: many(({ dueOn, tone }) => dueOn === day && tone === 'warn'),
            })),
        );
      }),
    );
  });

  it('of one step are all that is kept there', () =>
    expect(totalOf({ counted: { '2026-12-06 late': 3, 'infinity none': 2, '2026-12-07 ok': -1 } })).toBe(4));
});
