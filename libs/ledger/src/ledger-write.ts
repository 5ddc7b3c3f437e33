import type { Json, JsonObject } from '@wuqing/kernel';

/** Fields by name; null takes one away. */
export type FieldPatch = Readonly<Record<string, Json>>;

interface Written {
  readonly reason: string;
}

interface OnARow extends Written {
  /** The version that the writer saw; where another one stands nothing is written. */
  readonly expects?: number;
}

export interface EnterRow extends Written {
  readonly act: 'enter';
  readonly data: JsonObject;
  readonly state?: string;
}

/** What is so from now on. The key stays. */
export interface ChangeRow extends OnARow {
  readonly act: 'change';
  readonly data: FieldPatch;
  readonly state?: string;
}

/** What was written wrongly, the key and an end too. */
export interface CorrectRow extends OnARow {
  readonly act: 'correct';
  readonly data: FieldPatch;
  readonly state?: string;
  readonly endedFrom?: string | null;
}

export interface EndRow extends OnARow {
  readonly act: 'end';
  /** First day on which it is no longer in force. */
  readonly endedFrom: string;
  /** Absent: the first state that ends. */
  readonly state?: string;
}

export type LedgerWrite = EnterRow | ChangeRow | CorrectRow | EndRow;
