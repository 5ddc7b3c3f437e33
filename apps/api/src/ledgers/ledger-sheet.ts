import { fieldsOf, inFormOrder, kindOf, type FormDefinition } from '@wuqing/forms';
import type { Json, JsonObject } from '@wuqing/kernel';
import { formOfKind, type LedgerKind } from '@wuqing/ledger';
import { paperFields } from '../dossiers/paper-field.js';
import { dayCell, type Cell, type Column } from '../exports/sheet.js';
import { shownMinute } from '../http/shown-moment.js';
import type { LedgerRowView } from './dto/ledger.view.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A column of a ledger's workbook: one field, or what every row has. */
export interface LedgerSheet {
  readonly columns: readonly Column[];
  readonly cellsOf: (row: LedgerRowView, names: ReadonlyMap<string, string>) => readonly Cell[];
}

export function ledgerSheet(kind: LedgerKind): LedgerSheet {
  const form = formOfKind(kind);
  const fields = fieldsOf(form.schema, form.schema);
  const order = inFormOrder(form, fields as JsonObject);
  const titles = order.map((key) => String(fields[key]?.['title'] ?? key));
  const own = ['单位', ...titles, '状态', '终止自', '版次', '登记时间', '本版时间'];
  return {
    columns: own.map((title) => ({ title, width: 20 })),
    cellsOf: (row, names) => [
      row.unitName,
      ...order.map((key) => cellOf(form, key, row.data[key], names)),
      ...[row.stateTitle, dayCell(row.endedFrom), row.version],
      ...[dayCell(shownMinute(row.recordedAt)), dayCell(shownMinute(row.changedAt))],
    ],
  };
}

/** A figure as a figure, a day as a day; everything else as it is written on paper. */
function cellOf(
  form: FormDefinition,
  key: string,
  value: Json | undefined,
  names: ReadonlyMap<string, string>,
): Cell {
  if (value === undefined) return null;
  const field = fieldsOf(form.schema, form.schema)[key] ?? {};
  const kind = kindOf(field, form.schema);
  if (typeof value === 'number')
    return kind === 'money' ? { value: value / 100, format: '#,##0.00' } : { value, format: 'General' };
  if (kind === 'date' && typeof value === 'string') return dayCell(value);
  const named = { person: (id: string) => names.get(id), file: () => undefined };
  return paperFields(form, { [key]: value }, named)[0]?.text ?? null;
}

/** Ids that stand in these rows, of whatever kind. */
export const idsIn = (rows: readonly LedgerRowView[]): string[] => [
  ...new Set(rows.flatMap(({ data }) => textsIn(data)).filter((text) => UUID.test(text))),
];

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((one) => textsIn(one as Json));
}
