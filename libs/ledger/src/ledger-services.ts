import { err, ok, type JsonObject, type Result } from '@wuqing/kernel';

/**
 * A door of its own for the workflow bundle, which needs the names and must not carry a form compiler: `@wuqing/ledger/services`.
 * Service tasks by which a process reads and writes ledgers; the entry's transaction performs them.
 */
export const ledgerServices = { read: 'wuqing.read-ledger', write: 'wuqing.write-ledger' } as const;

export const isLedgerService = (taskType: string): boolean =>
  taskType === ledgerServices.read || taskType === ledgerServices.write;

/** The service task by which a process says which cases a ledger has counted together; the entry links them. */
export const GATHER_CASES = 'wuqing.gather-cases';

const CASES_MAX = 50;
const CASE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Its input `cases`: ids of cases, each once. */
export function casesGathered({ cases }: JsonObject): Result<string[], string> {
  const isList = Array.isArray(cases) && cases.length <= CASES_MAX;
  if (!isList || !cases.every((id) => typeof id === 'string' && CASE_ID.test(id)))
    return err(`Expected cases to be a list of at most ${CASES_MAX} ids of cases`);
  return ok([...new Set(cases as string[])]);
}

/** Services of this room that need no ledger: their answer is pure. */
export const gatherServices: Readonly<Record<string, (inputs: JsonObject) => Result<JsonObject, string>>> = {
  [GATHER_CASES]: (inputs) => {
    const read = casesGathered(inputs);
    return read.ok ? ok({}) : read;
  },
};
