import { createHash } from 'node:crypto';
import { readKind, type LedgerKind, type LedgerWrite } from '@wuqing/ledger';
import { lockLedgers, publishLedgerKind, writeLedgerRow, type WrittenBy } from '@wuqing/persistence';
import type { Json, JsonObject } from '@wuqing/kernel';
import type { ApiUnderTest } from './api-under-test.js';
import { units } from './village-fixture.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Seats of a village with what nobody outside may read: open to the village, or (at T) to 民政科 and 纪委办 alone. */
export const seatsFile = (key: string, change: JsonObject = {}): JsonObject => ({
  key,
  version: 1,
  title: '席位登记簿',
  unconfirmed: false,
  unitKind: 'village',
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    title: '席位',
    'x-reader': 'V',
    additionalProperties: false,
    required: ['no', 'holder', 'from'],
    properties: {
      no: { type: 'string', title: '编号', minLength: 1, maxLength: 20 },
      holder: { type: 'string', title: '姓名', minLength: 1, maxLength: 50 },
      from: { type: 'string', title: '起日', format: 'date', maxLength: 10 },
      to: { type: 'string', title: '止日', format: 'date', maxLength: 10 },
      phone: {
        type: 'string',
        title: '电话',
        minLength: 1,
        maxLength: 20,
        'x-reader': 'T',
        'x-mask': 'phone',
      },
    },
  },
  ui: { order: ['no', 'holder', 'from', 'to', 'phone'] },
  unique: { fields: ['no'], over: 'unit' },
  states: [
    { key: 'seated', title: '在任' },
    { key: 'left', title: '离任', ends: true },
  ],
  validity: { from: 'from', to: 'to' },
  readers: { rows: 'V', offices: ['jingguan'] },
  search: ['holder'],
  looks: false,
  retention: { years: 10, from: 'ended', then: 'archive' },
  handEdit: { by: ['village-clerk'], confirm: ['village-director'] },
  ...change,
});

/** A proposal by hand: one more seat of the village. */
export const newSeat = (no: string, unitId: string = units.village, change: JsonObject = {}) => ({
  unitId,
  write: {
    act: 'enter' as const,
    data: { no, holder: '王芳', from: '2026-01-01', ...change },
    reason: '换届选举',
  },
});

export async function keepLedger(api: ApiUnderTest, content: JsonObject): Promise<LedgerKind> {
  const read = readKind(content as Json);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const published = { kind: read.value, content, publishedBy: 'system:test', at: '2026-01-01T00:00:00.000Z' };
  await api.asWorker((work) => publishLedgerKind(work, published, sha256));
  return read.value;
}

export interface PlacedWrite {
  readonly rowId: string;
  readonly unitId: string;
  readonly write: LedgerWrite;
}

/** As a process writes it, or a hand. */
export const writeRow = (
  api: ApiUnderTest,
  kind: LedgerKind,
  placed: PlacedWrite,
  by: Partial<WrittenBy> & Pick<WrittenBy, 'at'>,
): Promise<void> =>
  api.asWorker(async (work) => {
    await lockLedgers(work, [kind]);
    const writer = { actorId: 'system:test', confirmedBy: null, origin: null, ...by };
    const written = await writeLedgerRow(work, { kind, ...placed }, writer, sha256);
    if (!written.ok) throw new Error(written.error.message);
  });
