import { doneBy, isTaken, takenSaid } from './taken-by.js';

const step = {
  state: 'completed' as const,
  elementId: 'register',
  createdAt: '2026-11-29T01:00:00Z',
  assigneeId: null,
  assigneeName: null,
  mine: false,
};
const told = (name: string | null, at = '2026-11-29T02:00:00.000Z', rest = {}) => ({
  kind: 'completed',
  elementId: 'register',
  at,
  actor: name === null ? null : { id: name, name },
  ...rest,
});

describe('who was faster', () => {
  it.each([
    ['is told by the course', [told('唐兴存')], '唐兴存'],
    ['is nobody who did another step', [told('唐兴存', undefined, { elementId: 'check' })], null],
    ['is nobody who only opened it', [told('唐兴存', undefined, { kind: 'opened' })], null],
    ['is whoever did it this time', [told('吴光良', '2026-11-28T02:00:00.000Z'), told('唐兴存')], '唐兴存'],
    ['is not guessed among several', [told('唐兴存'), told('吴光良')], null],
    ['is one, however often he did it', [told('唐兴存'), told('唐兴存', '2026-11-30T02:00:00Z')], '唐兴存'],
    ['is not known where nobody is named', [told(null)], null],
    ['is not known where nothing is told', [], null],
  ])('%s', (_what, course, name) => expect(doneBy(step, course)).toBe(name));

  it.each([
    ['completed', '唐兴存', '这一件已由唐兴存办理'],
    ['completed', null, '这一件已经办好'],
    ['open', null, '这一件已由别人办理'],
    ['open', '唐兴存', '这一件已由唐兴存办理'],
    ['canceled', '唐兴存', '这一件已经撤回或者取消，不用再办'],
  ] as const)('%s by %s: %s', (state, name, said) => expect(takenSaid({ state }, name)).toBe(said));

  it.each([
    ['open', null, false, false],
    ['open', 'me', true, false],
    ['open', 'other', false, true],
    ['completed', null, false, true],
    ['canceled', 'me', true, true],
  ])('%s, held by %s (mine: %s) is taken: %s', (state, assigneeId, mine, taken) =>
    expect(isTaken({ state, assigneeId, mine } as never)).toBe(taken),
  );
});
