import type { Command } from '@wuqing/bpmn-engine';
import {
  errorCodeOf,
  keyTaken,
  proposedRow,
  readKind,
  readLedgerAsk,
  rowKeyOf,
  type LedgerKind,
  type LedgerRefusal,
  type ProposedRow,
  type ReadAsk,
  type RowNamed,
  type WriteAsk,
} from '@wuqing/ledger';
import { err, ok, type JsonObject, type Result } from '@wuqing/kernel';
import { libraryLedgers } from './library-ledgers.js';

const UNIT = 'village';

/** The shipped ledgers, empty at first, for walks where there is no database. */
export class LedgersInMemory {
  private readonly kinds = new Map<string, LedgerKind>(
    libraryLedgers().flatMap((file) => {
      const read = readKind(file);
      return read.ok ? [[read.value.key, read.value] as const] : [];
    }),
  );
  private readonly rows = new Map<string, { readonly ledger: string; readonly row: ProposedRow }>();

  /** What the ledger answers the step; `submitted` is what stands in the case's forms, by element id. */
  serve(
    serviceTask: string,
    taskType: string,
    inputs: JsonObject,
    submitted: ReadonlyMap<string, JsonObject>,
  ): Command {
    const ask = readLedgerAsk(taskType, inputs);
    if (!ask.ok) return { type: 'FailServiceTask', serviceTask, message: ask.error };
    const kind = this.kinds.get(ask.value.ledger);
    if (!kind)
      return { type: 'FailServiceTask', serviceTask, message: `Expected a ledger ${ask.value.ledger}` };
    if (ask.value.does === 'read') return this.read(serviceTask, kind, ask.value);
    const written = this.write(kind, ask.value, submitted);
    return written.ok
      ? { type: 'CompleteServiceTask', serviceTask, variables: written.value }
      : {
          type: 'ThrowServiceError',
          serviceTask,
          errorCode: errorCodeOf(written.error),
          message: written.error.message,
          variables: {},
        };
  }

  /** The rows of a ledger as they stand. */
  rowsOf(ledger: string): ProposedRow[] {
    return [...this.rows.values()].flatMap((one) => (one.ledger === ledger ? [one.row] : []));
  }

  /** One row, by its name; those that are in force on a day are a question for a database. */
  private read(serviceTask: string, kind: LedgerKind, { rows, fields }: ReadAsk): Command {
    if ('inForceOn' in rows)
      return { type: 'FailServiceTask', serviceTask, message: `Expected one row of ${kind.key}` };
    const id = this.idOf(kind, rows);
    const row = id === undefined ? undefined : this.rows.get(id)?.row;
    const found = row && {
      id: id ?? null,
      version: row.version,
      state: row.state,
      ...Object.fromEntries(fields.map((field) => [field, row.data[field] ?? null])),
    };
    return { type: 'CompleteServiceTask', serviceTask, variables: { rows: found ? [found] : [] } };
  }

  private write(
    kind: LedgerKind,
    ask: WriteAsk,
    submitted: ReadonlyMap<string, JsonObject>,
  ): Result<JsonObject, LedgerRefusal> {
    const rowId = this.idOf(kind, ask.named) ?? `row-${this.rows.size + 1}`;
    const current = this.rows.get(rowId)?.row;
    const values = Object.fromEntries(
      Object.entries(ask.from).flatMap(([name, { elementId, field }]) => {
        const value = submitted.get(elementId)?.[field];
        return value === undefined ? [] : [[name, value]];
      }),
    );
    const write =
      ask.write.act === 'end' ? ask.write : { ...ask.write, data: { ...ask.write.data, ...values } };
    const made = proposedRow(kind, { unitId: UNIT, write, ...(current && { current }) });
    if (!made.ok) return made;
    const { rowKey, version } = made.value;
    const isTaken = [...this.rows].some(
      ([id, other]) => id !== rowId && other.ledger === kind.key && other.row.rowKey === rowKey,
    );
    if (isTaken) return err(keyTaken(kind));
    this.rows.set(rowId, { ledger: kind.key, row: made.value });
    return ok({ rowId, version });
  }

  private idOf(kind: LedgerKind, named: RowNamed | undefined): string | undefined {
    if (named === undefined) return undefined;
    if ('row' in named) return named.row;
    const key = rowKeyOf(kind, UNIT, named.key);
    return [...this.rows].find(([, { ledger, row }]) => ledger === kind.key && row.rowKey === key)?.[0];
  }
}
