import { termMoveItems } from './term-moves.js';

const extended = {
  kind: 'extended',
  at: '2026-04-28T02:00:00.000Z',
  from: '2026-05-06',
  to: '2026-06-01',
  reason: '经批准延期，共30日',
} as const;
const clockOf = (elementId: string, moves: readonly (typeof extended)[], clock?: string) => ({
  id: elementId,
  name: '六十日内办结',
  policy: { ...(clock !== undefined && { clock }) },
  moves,
  step: { elementId },
});
const approved = { at: new Date(extended.at), actorId: 'town-head' };

describe('期限变动', () => {
  it('says which term, from which day to which, why, and who did what led to it', () =>
    expect(termMoveItems([clockOf('draft-opinion', [extended], 'sixty-days')], [approved])).toEqual([
      {
        at: Date.parse(extended.at),
        kind: 'term-moved',
        elementId: 'draft-opinion',
        text: '期限变动：「六十日内办结」延长，由 2026-05-06 改为 2026-06-01',
        actorId: 'town-head',
        detail: '理由：经批准延期，共30日',
      },
    ]));

  it('tells once of a clock that goes on from step to step, at the step where it was moved', () => {
    const steps = ['investigate', 'draft-opinion'].map((id) => clockOf(id, [extended], 'sixty-days'));
    expect(termMoveItems(steps, []).map(({ elementId }) => elementId)).toEqual(['investigate']);
    const own = ['a', 'b'].map((id) => clockOf(id, [extended]));
    expect(termMoveItems(own, [])).toHaveLength(2);
  });

  it.each([
    ['paused', '2026-05-06', '期限变动：「六十日内办结」暂停，期限仍为 2026-05-06'],
    ['resumed', '2026-05-08', '期限变动：「六十日内办结」恢复，由 2026-05-06 改为 2026-05-08'],
    ['calendar', '2026-05-07', '期限变动：「六十日内办结」随放假安排调整，由 2026-05-06 改为 2026-05-07'],
  ] as const)('%s to %s', (kind, to, text) => {
    const clock = { ...clockOf('a', []), moves: [{ ...extended, kind, to }] };
    expect(termMoveItems([clock], []).map((item) => item.text)).toEqual([text]);
  });

  it.each([['system:worker'], ['system:withheld']])('names nobody where it was %s', (actorId) =>
    expect(termMoveItems([clockOf('a', [extended])], [{ ...approved, actorId }])[0]).toMatchObject({
      actorId: null,
    }),
  );
});
