import * as fc from 'fast-check';
import type { JsonObject } from '@wuqing/kernel';
import type { LedgerWrite } from './ledger-write.js';
import { keyTaken, proposedRow, type StandingRow } from './proposed-row.js';
import { errorCodeOf } from './refusal.js';
import { rowKeyOf } from './row-key.js';
import { sampleKind as kind } from './sample-kind.fixture.js';

const data = { no: '1', holder: '王芳', from: '2026-01-01' };
const current: StandingRow = {
  version: 3,
  unitId: 'v1',
  rowKey: rowKeyOf(kind, 'v1', data),
  state: 'seated',
  data,
  endedFrom: null,
};
const ended: StandingRow = { ...current, state: 'left', endedFrom: '2026-06-01' };
const reason = '换届';

const propose = (write: LedgerWrite, row?: StandingRow) =>
  proposedRow(kind, { unitId: 'v1', write, ...(row && { current: row }) });

describe('a write of a ledger', () => {
  it('begins a row in the first state', () => {
    expect(propose({ act: 'enter', data, reason: ' 换届 ' })).toEqual({
      ok: true,
      value: {
        kindVersion: 1,
        version: 1,
        unitId: 'v1',
        rowKey: '["v1","1"]',
        act: 'enter',
        state: 'proposed',
        data,
        endedFrom: null,
        reason,
      },
    });
  });

  it('changes fields, takes them away with null, and leaves the rest', () => {
    const write = { act: 'change', data: { holder: '李强', to: '2026-12-31' }, reason, expects: 3 } as const;
    const changed = propose(write, current);
    expect(changed).toMatchObject({
      ok: true,
      value: { version: 4, state: 'seated', data: { no: '1', holder: '李强', to: '2026-12-31' } },
    });
    const given = { ...current, data: { ...data, to: '2026-12-31' } };
    expect(propose({ act: 'change', data: { to: null }, reason }, given)).toMatchObject({ value: { data } });
  });

  it('ends a row from a day on', () => {
    expect(propose({ act: 'end', endedFrom: '2026-06-01', reason }, current)).toMatchObject({
      ok: true,
      value: { state: 'left', endedFrom: '2026-06-01', version: 4 },
    });
  });

  it('corrects what was written wrongly: the key, and an end that was none', () => {
    expect(propose({ act: 'correct', data: { no: '2' }, reason }, current)).toMatchObject({
      ok: true,
      value: { rowKey: '["v1","2"]', state: 'seated' },
    });
    expect(propose({ act: 'correct', data: {}, state: 'seated', reason }, ended)).toMatchObject({
      ok: true,
      value: { state: 'seated', endedFrom: null },
    });
    expect(propose({ act: 'correct', data: {}, endedFrom: '2026-07-01', reason }, ended)).toMatchObject({
      ok: true,
      value: { state: 'left', endedFrom: '2026-07-01' },
    });
  });

  it.each<[string, LedgerWrite, StandingRow | undefined, string, string]>([
    ['without a reason', { act: 'enter', data, reason: ' ' }, undefined, 'no-reason', '请写明登记的理由'],
    ['twice', { act: 'enter', data, reason }, current, 'row-exists', '这一行已经登记'],
    ['of no row', { act: 'change', data: {}, reason }, undefined, 'no-such-row', '没有要变更的这一行'],
    [
      'of an older version',
      { act: 'change', data: {}, reason, expects: 2 },
      current,
      'stale-version',
      '第 3 版',
    ],
    ['of a row that is over', { act: 'change', data: {}, reason }, ended, 'row-ended', '已经终止，不能变更'],
    ['that ends it again', { act: 'end', endedFrom: '2026-07-01', reason }, ended, 'row-ended', '不能终止'],
    ['of the key', { act: 'change', data: { no: '2' }, reason }, current, 'key-changed', '编号'],
    ['without a field', { act: 'change', data: { holder: null }, reason }, current, 'bad-data', '姓名'],
    [
      'of an unknown field',
      { act: 'change', data: { age: 3 }, reason },
      current,
      'bad-data',
      '表单中没有这一项',
    ],
    ['into no state', { act: 'change', data: {}, state: 'x', reason }, current, 'bad-state', '之一'],
    [
      'into a state that does not follow',
      { act: 'change', data: {}, state: 'proposed', reason },
      current,
      'bad-state',
      '不能由「在任」改为「拟任」',
    ],
    [
      'that ends by the way',
      { act: 'change', data: {}, state: 'left', reason },
      current,
      'bad-state',
      '请用终止',
    ],
    [
      'that ends into a living state',
      { act: 'end', endedFrom: '2026-06-01', state: 'seated', reason },
      current,
      'bad-state',
      '终止后的状态',
    ],
    [
      'that ends on no day',
      { act: 'end', endedFrom: '2026-02-30', reason },
      current,
      'bad-day',
      '请填写终止日期',
    ],
    [
      'with days that go back',
      { act: 'change', data: { to: '2025-12-31' }, reason },
      current,
      'bad-day',
      '止日不得早于生效日 2026-01-01',
    ],
    [
      'that corrects a day of an end that is none',
      { act: 'correct', data: {}, endedFrom: '2026-06-01', reason },
      current,
      'bad-day',
      '没有终止',
    ],
  ])('%s is refused', (_, write, row, code, message) => {
    expect(propose(write, row)).toMatchObject({
      ok: false,
      error: { code, message: expect.stringContaining(message) as string },
    });
  });

  it('of a key that another row has is named, with the error that a process catches', () => {
    expect(keyTaken(kind).message).toBe(
      '《席位登记簿》中已有编号相同的一行，请核对后登记，或者变更原有的一行。',
    );
    expect(errorCodeOf(keyTaken(kind))).toBe('ledger-key-taken');
  });

  it('gives one version more or an answer, whatever is written on whatever stands', () => {
    const anyData = fc.object({
      key: fc.constantFrom('no', 'holder', 'from', 'to', '__proto__'),
      maxDepth: 1,
    });
    const anyWrite = fc.record({
      act: fc.constantFrom('enter', 'change', 'correct', 'end'),
      data: anyData,
      reason: fc.string(),
      state: fc.option(fc.constantFrom('proposed', 'seated', 'left', 'constructor'), { nil: undefined }),
      endedFrom: fc.option(fc.constantFrom('2026-06-01', 'x'), { nil: undefined }),
    });
    fc.assert(
      fc.property(anyWrite, fc.constantFrom(undefined, current, ended), (write, row) => {
        const made = propose(write as unknown as LedgerWrite, row);
        if (!made.ok) return expect(made.error.message).toMatch(/\p{Script=Han}/u);
        expect(made.value.version).toBe((row?.version ?? 0) + 1);
        expect(made.value.rowKey).toBe(rowKeyOf(kind, 'v1', made.value.data as JsonObject));
        expect(made.value.endedFrom !== null).toBe(made.value.state === 'left');
      }),
    );
  });
});

describe('the key of a row', () => {
  const keyOf = (unitId: string, no: string, over: 'unit' | 'all' = 'unit') =>
    rowKeyOf({ unique: { fields: ['no', 'holder'], over } }, unitId, { no, holder: '王芳' });

  it('is one for what people read as one', () => {
    expect(keyOf('v1', 'Ａ１ ')).toBe(keyOf('v1', 'A1'));
  });

  it('is another in another unit, and the same over all', () => {
    expect(keyOf('v1', '1')).not.toBe(keyOf('v2', '1'));
    expect(keyOf('v1', '1', 'all')).toBe(keyOf('v2', '1', 'all'));
  });

  it('tells values apart, whatever stands in them', () => {
    const rule = { unique: { fields: ['no', 'holder'], over: 'unit' } } as const;
    const plain = fc.string().map((text) => text.normalize('NFKC').trim());
    fc.assert(
      fc.property(plain, plain, plain, plain, (a, b, c, d) => {
        const same = rowKeyOf(rule, 'u', { no: a, holder: b }) === rowKeyOf(rule, 'u', { no: c, holder: d });
        expect(same).toBe(a === c && b === d);
      }),
    );
  });
});
