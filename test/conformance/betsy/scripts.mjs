/**
 * What the script bodies of betsy mean here. A body that computes becomes one FEEL expression; one that lasts or throws,
 * which no expression can, becomes a service that answers later.
 */
const COMPUTED = {
  CREATE_LOG_FILE: {},
  CREATE_MARKER_FILE: { line: '"MARKER_exists"' },
  INCREMENT_INTEGER_VARIABLE: { sets: { integerVariable: 'integerVariable + 1' } },
  INCREMENT_INTEGER_VARIABLE_AND_LOG: {
    line: '"INCREMENT_correct"',
    sets: { integerVariable: 'integerVariable + 1' },
  },
  SET_STRING_DATA: { sets: { data: '"String"' } },
  LOG_DATA: { line: 'if data = "String" then "DATA_correct" else "DATA_wrong"' },
};

const TEN_SECONDS = 10_000;
const SERVED = {
  WAIT_TEN_SECONDS: { ms: TEN_SECONDS },
  CREATE_TIMESTAMP_LOG_1: { ms: TEN_SECONDS },
  CREATE_TIMESTAMP_LOG_2: { ms: TEN_SECONDS },
  THROW_ERROR: { ms: 0, error: 'ERR_CODE' },
};

/** `{ line?, sets? }` of FEEL texts, or undefined where the body is none that computes. */
export const computedBy = (body) =>
  /^SCRIPT_\w+$/.test(body) ? { line: JSON.stringify(body) } : own(COMPUTED, body);

/** `{ ms, error? }`: how long the service works, and the error that it answers with. */
export const servedBy = (body) => own(SERVED, body);

const own = (table, name) => (Object.hasOwn(table, name) ? table[name] : undefined);
