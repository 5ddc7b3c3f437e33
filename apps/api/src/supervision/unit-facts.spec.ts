import { leadingSeats, seatViewsOf, unitFiguresOf, unitPublicationsOf } from './unit-facts.js';

it('counts as offices of a village those of two committees, supervision, collective and staff', () =>
  expect([...leadingSeats].sort()).toEqual([
    'collective-council-chair',
    'collective-council-member',
    'supervision-director',
    'supervision-member',
    'village-accountant',
    'village-clerk',
    'village-committee-member',
    'village-director',
    'village-discipline-member',
    'village-party-committee-member',
    'village-party-secretary',
  ]));

it('names who holds an office, and leaves out an empty one', () =>
  expect(
    seatViewsOf([
      { positionKey: 'village-director', unitId: 'v', names: ['唐兴存'] },
      { positionKey: 'village-party-secretary', unitId: 'v', names: ['叶玉娥'] },
      { positionKey: 'supervision-member', unitId: 'v', names: ['彭士田', '罗茂铉'] },
    ]),
  ).toEqual([
    { title: '村党组织书记', names: ['叶玉娥'] },
    { title: '村委会主任', names: ['唐兴存'] },
    { title: '村监会委员', names: ['罗茂铉', '彭士田'] },
  ]));

it.each([
  [{}, null],
  [{ households: 304 }, 304],
  [{ households: '304' }, null],
])('reads households of %j: %j', (figures, households) =>
  expect(unitFiguresOf(figures)).toMatchObject({ households, collectiveMembers: null }),
);

it('says how a unit stands with each publication that there is', () => {
  const duty = { processKey: 'p', processName: 'P', board: 'village' };
  const worst = {
    ...({ state: 'stuck', dueOn: '2026-11-16', doneOn: null, caseId: 'c' } as const),
    ...{ noticeId: null, clockId: null, stepName: '三 方案送达党员' },
  };
  const counts = { overdue: 0, stuck: 1, late: 0, open: 2, published: 3 };
  expect(
    unitPublicationsOf(
      [{ unitId: 'v', processKey: 'p', elementId: 'a', ...counts, worst }],
      [
        { ...duty, elementId: 'b', title: '决议公开' },
        { ...duty, elementId: 'a', title: '会议通知' },
      ],
    ),
  ).toEqual([
    {
      ...{ processKey: 'p', elementId: 'a', title: '会议通知', state: 'stuck', dueOn: '2026-11-16' },
      ...{ doneOn: null, stepStuck: '三 方案送达党员', total: 6 },
    },
  ]);
});
