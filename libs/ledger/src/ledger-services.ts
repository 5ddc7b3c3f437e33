/**
 * A door of its own for the workflow bundle, which needs the names and must not carry a form compiler: `@wuqing/ledger/services`.
 * Service tasks by which a process reads and writes ledgers; the entry's transaction performs them.
 */
export const ledgerServices = { read: 'wuqing.read-ledger', write: 'wuqing.write-ledger' } as const;

export const isLedgerService = (taskType: string): boolean =>
  taskType === ledgerServices.read || taskType === ledgerServices.write;
