import type { FormDefinition, ReaderLevel } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import type { CandidateReference, OfficeCode } from '@wuqing/organization';

export interface LedgerState {
  readonly key: string;
  /** Chinese. */
  readonly title: string;
  /** A row in it is over: it takes no change but a correction. */
  readonly ends: boolean;
  /** States that may follow; absent: every one. */
  readonly next?: readonly string[];
}

/** Which fields make a row's key, and among which rows it is the only one. */
export interface UniqueRule {
  readonly fields: readonly string[];
  readonly over: 'unit' | 'all';
}

/** How long a row is kept, counted from its first version or from its end; for ever where `years` is null. */
export interface Retention {
  readonly years: number | null;
  readonly from: 'recorded' | 'ended';
  readonly then: 'archive' | 'erase';
  /** Where the term stands. */
  readonly basis?: string;
}

/** Who may write a row without a process; with `confirm` a second person of those must agree before it stands. */
export interface HandEdit {
  readonly by: readonly CandidateReference[];
  readonly confirm?: readonly CandidateReference[];
}

/** A kind of ledger as `<key>.ledger.json` says it. A change of it is a higher version; rows keep the one they were written by. */
export interface LedgerKind {
  /** kebab-case. */
  readonly key: string;
  readonly version: number;
  readonly title: string;
  /** The article, or what stands behind it. */
  readonly basis?: string;
  /** 待镇确认. */
  readonly unconfirmed: boolean;
  /** Of which units rows are. */
  readonly unitKind: 'village' | 'town';
  /** As of a form: JSON Schema 2020-12 with the annotations of the forms room. */
  readonly schema: JsonObject;
  readonly ui?: JsonObject;
  readonly unique: UniqueRule;
  /** A row begins in the first. */
  readonly states: readonly LedgerState[];
  /** Date fields between which a row is in force; absent: as long as it has not ended. */
  readonly validity?: { readonly from: string; readonly to?: string };
  /** Who reads rows; at T the offices named here and the discipline office. Single fields by their `x-reader`. */
  readonly readers: { readonly rows: ReaderLevel; readonly offices: readonly OfficeCode[] };
  /** Text fields that a search reads. */
  readonly search: readonly string[];
  /** Each look at a row is written down, for the ledger's keepers. */
  readonly looks: boolean;
  readonly retention: Retention;
  readonly handEdit?: HandEdit;
}

/** Something in a kind's file that keeps it from being used. */
export interface KindFinding {
  /** JSON Pointer from the file's root. */
  readonly path: string;
  /** A Chinese sentence that says what was expected. */
  readonly message: string;
}

/** A row's fields as a form. */
export const formOfKind = ({ key, title, schema, ui }: LedgerKind): FormDefinition => ({
  key,
  title,
  schema,
  ...(ui && { ui }),
});

export const stateOf = ({ states }: Pick<LedgerKind, 'states'>, key: string): LedgerState | undefined =>
  states.find((state) => state.key === key);
