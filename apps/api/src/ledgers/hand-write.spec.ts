import { Problem } from '../http/problem.js';
import { seatsFile } from '../testing/kept-ledgers.js';
import { handWriteOf, refusalProblem } from './hand-write.js';
import { maskedValues } from './masked-values.js';

const reason = '换届';
const row = '00000009-0000-4000-8000-000000000001';

const problemOf = (perform: () => unknown): Problem => {
  try {
    perform();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('Expected a problem');
};

describe('a write by hand', () => {
  it.each([
    [{ write: { act: 'enter', data: { no: '1', to: null }, reason: ' 换届 ' } }, { data: { no: '1' } }],
    [
      { row, write: { act: 'change', data: { to: null }, expects: 2, reason } },
      { data: { to: null }, expects: 2 },
    ],
    [
      { row, write: { act: 'correct', endedFrom: '2026-08-02', expects: 2, reason } },
      { data: {}, endedFrom: '2026-08-02' },
    ],
    [{ row, write: { act: 'correct', data: {}, state: 'seated', expects: 2, reason } }, { state: 'seated' }],
    [
      { row, write: { act: 'end', endedFrom: '2026-08-01', expects: 2, reason } },
      { endedFrom: '2026-08-01' },
    ],
  ] as const)('%j', (body, expected) => {
    expect(handWriteOf(body)).toMatchObject({ act: body.write.act, reason, ...expected });
  });

  it.each([
    [{ row, write: { act: 'enter', data: {}, reason } }, '/row'],
    [{ write: { act: 'enter', data: {}, expects: 1, reason } }, '/write/expects'],
    [{ write: { act: 'enter', reason } }, '/write/data'],
    [{ write: { act: 'enter', data: {}, endedFrom: '2026-01-01', reason } }, '/write/endedFrom'],
    [{ write: { act: 'change', data: {}, expects: 1, reason } }, '/row'],
    [{ row, write: { act: 'change', data: {}, reason } }, '/write/expects'],
    [{ row, write: { act: 'change', expects: 1, reason } }, '/write/data'],
    [{ row, write: { act: 'end', data: {}, endedFrom: '2026-01-01', expects: 1, reason } }, '/write/data'],
  ] as const)('%j is refused at %s', (body, path) => {
    const { status, extensions } = problemOf(() => handWriteOf(body));
    expect([status, extensions.errors?.map((error) => error.path)]).toEqual([422, [path]]);
  });
});

it.each([
  [{ code: 'stale-version', message: '已有新版。' }, 409, undefined],
  [{ code: 'key-taken', message: '已有。' }, 409, undefined],
  [{ code: 'no-such-row', message: '没有。' }, 422, '/row'],
  [{ code: 'bad-data', message: '过长。', path: '/data/no' }, 422, '/write/data/no'],
  [{ code: 'bad-state', message: '有误。', path: '/state' }, 422, '/write/state'],
] as const)('a refusal %j is told by %d', (refusal, status, path) => {
  const problem = refusalProblem(refusal);
  expect([problem.status, problem.extensions.errors?.[0]?.path]).toEqual([status, path]);
});

describe('what was shown shortened', () => {
  const { key, title, schema } = seatsFile('seats') as never as Parameters<typeof maskedValues>[0];
  const found = (data: object, levels: ('V' | 'T')[]) =>
    maskedValues({ key, title, schema }, { no: '1', phone: '13812345678' }, data as never, levels);

  it.each([
    [{ phone: '138****5678' }, ['V'], ['phone']],
    [{ phone: '138****5678' }, ['T'], []],
    [{ phone: '13900000000' }, ['V'], []],
    [{ no: '1' }, ['V'], []],
    [{ phone: null }, ['V'], []],
  ] as const)('%j to %j is not written over what stands: %j', (data, levels, expected) =>
    expect(found(data, [...levels])).toEqual(expected),
  );
});
