import fc from 'fast-check';
import { savedViewCount, type CountedStep } from './saved-view-count.js';

const steps: readonly CountedStep[] = [
  {
    ...{ processKey: 'p', elementId: 'a', isClaimed: false },
    counted: { '2026-11-30 late': 2, '2026-12-04 ok': 3, 'infinity none': 4 },
  },
  { ...{ processKey: 'p', elementId: 'a', isClaimed: true }, counted: { '2026-12-01 warn': 5 } },
  { ...{ processKey: 'q', elementId: 'a', isClaimed: false }, counted: { '2026-12-01 warn': 7 } },
];

it.each([
  ['', 21],
  ['elementId=a', 21],
  ['processKey=p', 14],
  ['processKey=p&elementId=b', 0],
  ['view=claimable', 16],
  ['view=claimed', 5],
  ['tone=late', 2],
  ['tone=warn&processKey=q', 7],
  ['dueBy=2026-12-01', 14],
  ['dueBy=2026-12-01&tone=warn', 12],
])('counts %j: %j', (query, count) => expect(savedViewCount(query, steps)).toBe(count));

it.each(['view=done', 'q=x', 'unitId=u', 'view=todo&q=', 'constructor=1'])(
  'does not guess what %s shows',
  (query) => expect(savedViewCount(query, steps)).toBeNull(),
);

/** An oracle of single tasks. */
interface Task {
  readonly processKey: string;
  readonly elementId: string;
  readonly isClaimed: boolean;
  readonly dueOn: string;
  readonly tone: string;
}

const tasks = fc.array(
  fc.record<Task>({
    processKey: fc.constantFrom('p', 'q'),
    elementId: fc.constantFrom('a', 'b'),
    isClaimed: fc.boolean(),
    dueOn: fc.constantFrom('2026-11-30', '2026-12-01', 'infinity'),
    tone: fc.constantFrom('late', 'warn', 'ok'),
  }),
  { maxLength: 30 },
);

it('counts what a list of the same tasks would show', () =>
  fc.assert(
    fc.property(
      tasks,
      fc.record(
        {
          processKey: fc.constantFrom('p', 'q'),
          elementId: fc.constantFrom('a', 'b'),
          tone: fc.constantFrom('late', 'ok'),
          dueBy: fc.constantFrom('2026-11-30', '2026-12-31'),
        },
        { requiredKeys: [] },
      ),
      (all, { dueBy, ...asked }) => {
        const shown = all
          .filter((task) => Object.entries(asked).every(([key, value]) => task[key as keyof Task] === value))
          .filter(({ dueOn }) => dueBy === undefined || (dueOn !== 'infinity' && dueOn <= dueBy));
        const given = { ...asked, ...(dueBy !== undefined && { dueBy }) };
        const kept = all.map(({ dueOn, tone, ...step }) => ({
          ...step,
          counted: { [`${dueOn} ${tone}`]: 1 },
        }));
        expect(savedViewCount(new URLSearchParams(given).toString(), kept)).toBe(shown.length);
      },
    ),
  ));
