/** Why a write is refused; a process catches it as the BPMN error `ledger-<code>`. */
export const refusalCodes = [
  'no-such-row',
  'row-exists',
  'row-ended',
  'key-taken',
  'key-changed',
  'stale-version',
  'bad-data',
  'bad-state',
  'bad-day',
  'no-reason',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export interface LedgerRefusal {
  readonly code: RefusalCode;
  /** A Chinese sentence that says what was expected. */
  readonly message: string;
  /** JSON Pointer of the field, where it is one field's. */
  readonly path?: string;
}

/** The BPMN error by which a process catches a refusal. */
export const errorCodeOf = ({ code }: LedgerRefusal): string => `ledger-${code}`;
