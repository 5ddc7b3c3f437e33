import * as fc from 'fast-check';
import type { JsonObject } from '@wuqing/kernel';
import { readLedgerAsk } from './ledger-ask.js';
import { isLedgerService, ledgerServices } from './ledger-services.js';

const { read, write } = ledgerServices;
const reason = '换届';

describe('what a service task asks of a ledger', () => {
  it.each<[string, string, JsonObject, object]>([
    [
      'rows in force',
      read,
      { ledger: 'seats', on: '2026-01-01', fields: ['no'] },
      { rows: { inForceOn: '2026-01-01' }, fields: ['no'] },
    ],
    [
      'a row by its key',
      read,
      { ledger: 'seats', key: { no: '1' }, row: null },
      { rows: { key: { no: '1' } } },
    ],
    [
      'a row that begins, without what nobody filled in',
      write,
      {
        ledger: 'seats',
        act: 'enter',
        data: { no: '1', to: null },
        reason,
        from: { holder: 'register.name' },
      },
      {
        write: { act: 'enter', data: { no: '1' }, reason },
        from: { holder: { elementId: 'register', field: 'name' } },
      },
    ],
    [
      'a change, with what is taken away',
      write,
      { ledger: 'seats', act: 'change', row: 'r1', data: { to: null }, expects: 2, reason },
      { named: { row: 'r1' }, write: { act: 'change', data: { to: null }, expects: 2, reason } },
    ],
    [
      'an end',
      write,
      { ledger: 'seats', act: 'end', key: { no: '1' }, endedFrom: '2026-06-01', state: null, reason },
      { write: { act: 'end', endedFrom: '2026-06-01', reason } },
    ],
    [
      'a correction that takes an end back',
      write,
      { ledger: 'seats', act: 'correct', row: 'r1', endedFrom: null, reason },
      { write: { act: 'correct', data: {}, endedFrom: null, reason } },
    ],
  ])('is read: %s', (_, taskType, inputs, ask) => {
    expect(readLedgerAsk(taskType, inputs)).toMatchObject({ ok: true, value: ask });
  });

  it.each<[string, string, JsonObject, string]>([
    ['no ledger', read, { on: '2026-01-01' }, 'Expected input ledger'],
    ['no rows', read, { ledger: 's' }, 'Expected one of the inputs row, key, on'],
    ['two kinds of rows', read, { ledger: 's', on: '2026-01-01', row: 'r' }, 'Expected one of the inputs'],
    ['row and key', read, { ledger: 's', key: {}, row: 'r' }, 'Expected input row or key, not both'],
    ['no day', read, { ledger: 's', on: '2026-02-30' }, 'Expected input on to be a day'],
    ['a misspelt input', read, { ledger: 's', on: '2026-01-01', feilds: [] }, 'found feilds'],
    ['no act', write, { ledger: 's', reason }, 'Expected input act'],
    [
      'a beginning with a row',
      write,
      { ledger: 's', act: 'enter', row: 'r', reason },
      'Expected no input row',
    ],
    ['a change of nothing', write, { ledger: 's', act: 'change', reason }, 'Expected input row or key'],
    ['a place that is none', write, { ledger: 's', act: 'enter', from: { a: 'b' } }, 'Expected input from.a'],
    ['data that are none', write, { ledger: 's', act: 'enter', data: [1] }, 'Expected input data'],
  ])('is refused with %s', (_, taskType, inputs, message) => {
    const asked = readLedgerAsk(taskType, inputs);
    expect(asked).toMatchObject({ ok: false, error: expect.stringContaining(message) as string });
  });

  it('is answered whatever stands in the inputs', () => {
    const names = [
      'ledger',
      'act',
      'row',
      'key',
      'data',
      'from',
      'on',
      'fields',
      'reason',
      'endedFrom',
      'expects',
    ];
    const inputs = fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(fc.constantFrom(read, write), inputs, (taskType, given) => {
        const asked = readLedgerAsk(taskType, given as JsonObject);
        if (!asked.ok) expect(asked.error).toMatch(/^Expected /);
      }),
    );
  });

  it('is told from other services by the type', () => {
    expect([read, write, 'wuqing.judge-resolution', 'town.read-ledger'].map(isLedgerService)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
