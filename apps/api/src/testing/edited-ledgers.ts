import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@wuqing/kernel';
import type { LedgerKind } from '@wuqing/ledger';
import { ApiUnderTest } from './api-under-test.js';
import { keepLedger, newSeat, seatsFile, writeRow } from './kept-ledgers.js';
import { units, type Login } from './village-fixture.js';
import type { Answer, Visitor } from './visitor.js';

const reason = '换届选举';
const from = '2026-01-01';

/** Ledgers that hands write: with another person, without one, by two who confirm each other, closed, and by processes alone. */
async function keepAll(api: ApiUnderTest): Promise<LedgerKind> {
  const seats = await keepLedger(api, seatsFile('seats'));
  await keepLedger(api, seatsFile('free-seats', { handEdit: { by: ['village-clerk'] } }));
  const both = ['village-clerk', 'village-director'];
  const handEdit = { by: both, confirm: [...both, 'village-party-secretary'] };
  await keepLedger(api, seatsFile('two-hands', { handEdit }));
  await keepLedger(api, seatsFile('closed-seats', { readers: { rows: 'T', offices: [] }, looks: true }));
  const { handEdit: _, ...nobody } = seatsFile('processes-alone');
  await keepLedger(api, nobody);
  return seats;
}

export class EditedLedgers {
  private written = 0;

  private constructor(
    readonly api: ApiUnderTest,
    readonly everybody: Record<Login, Visitor>,
    readonly seats: LedgerKind,
  ) {}

  static async start(name: string): Promise<EditedLedgers> {
    const api = await ApiUnderTest.start(name);
    return new EditedLedgers(api, await api.everybody(), await keepAll(api));
  }

  propose(login: Login, body: object, ledger = 'seats', key: string = randomUUID()): Promise<Answer> {
    return this.everybody[login].post(`/api/ledgers/${ledger}/edits`, body, key);
  }

  decide(login: Login, id: string, body: object, key: string = randomUUID()): Promise<Answer> {
    return this.everybody[login].post(`/api/ledger-edits/${id}/decision`, body, key);
  }

  /** A new row that nobody has proposed yet. */
  entry(data: JsonObject = {}, unitId: string = units.village): object {
    this.written += 1;
    return newSeat(`N${this.written}`, unitId, data);
  }

  /** A change of the holder, of the version that was read. */
  change(row: string, holder: string, expects = 1): object {
    return { unitId: units.village, row, write: { act: 'change', data: { holder }, expects, reason } };
  }

  /** Id of a row that stands, as a process wrote it. */
  async standing(unitId: string = units.village): Promise<string> {
    this.written += 1;
    const rowId = `00000009-0000-4000-8000-${String(this.written).padStart(12, '0')}`;
    const data = { no: `S${this.written}`, holder: '李强', from, phone: '13812345678' };
    const write = { act: 'enter', data, reason } as const;
    await writeRow(this.api, this.seats, { rowId, unitId, write }, { at: '2026-02-01T01:00:00.000Z' });
    return rowId;
  }

  /** The row with its history, as the director reads it. */
  async row(id: string): Promise<Answer['body']> {
    return (await this.everybody.director.get(`/api/ledger-rows/${id}`)).body;
  }
}
