/** Connection exceptions, shutdown, too many connections, read-only stand-by: it will be there again. */
const AWAY_STATES = /^(08|57P0|53|25006)/;
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);
/** Sentences of the driver, which has no codes for them. */
const AWAY_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|not queryable/i;

/** Deadlocks, serialization failures and lock time-outs: two writers met, and neither is at fault. */
const MET_STATES = /^(40001|40P01|55P03)/;
/** Out of connections, memory or disk, a stand-by, a server that goes down: no row can help it. */
const SERVER_STATES = /^(53|57P0|25006)/;

interface DriverError {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly driverError?: unknown;
  readonly errors?: unknown;
}

/** SQLSTATE of a database error, wrapped or not. */
export function sqlStateOf(error: unknown): string | undefined {
  const { driverError, code } = (error ?? {}) as DriverError;
  const found = (driverError as DriverError | undefined)?.code ?? code;
  return typeof found === 'string' && /^[0-9A-Z]{5}$/.test(found) ? found : undefined;
}

/** True where the database could not be reached or is going down: the caller may try again. */
export function isDatabaseAway(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== undefined && AWAY_STATES.test(state)) return true;
  return [error, ((error ?? {}) as DriverError).driverError].some(isConnectionError);
}

function isConnectionError(error: unknown): boolean {
  const { code, message, errors } = (error ?? {}) as DriverError;
  if (typeof code === 'string' && AWAY_CODES.has(code)) return true;
  if (Array.isArray(errors) && errors.some(isConnectionError)) return true;
  return typeof message === 'string' && AWAY_MESSAGES.test(message);
}

/** True where writers met each other: the same thing done again is likely to go through. */
export const isMeeting = (error: unknown): boolean => MET_STATES.test(sqlStateOf(error) ?? '');

/** True where the server itself says that it cannot serve anybody. */
export const isServerFault = (error: unknown): boolean => SERVER_STATES.test(sqlStateOf(error) ?? '');

/**
 * True where the next attempt may well succeed. Everything else (bad data, a broken constraint, a bug) stays as it is
 * however often it is tried.
 */
export const isPassing = (error: unknown): boolean => isDatabaseAway(error) || isMeeting(error);

const FAULT_CHARACTERS_MAX = 200;

/**
 * What went wrong, in words that may stand in a list of faults: of a database error its code and constraint, of a
 * sentence of ours the sentence, of anything else its kind and where it was thrown. Other messages may quote what a row
 * holds.
 */
export function faultOf(error: unknown): string {
  const state = sqlStateOf(error);
  const { driverError } = (error ?? {}) as DriverError;
  const constraint = ((driverError ?? error) as { constraint?: string } | undefined)?.constraint;
  if (state !== undefined) return `${state} ${constraint ?? ''}`.trim();
  if (!(error instanceof Error)) return 'a fault that is no error';
  if (error.message.startsWith('Expected ')) return error.message.slice(0, FAULT_CHARACTERS_MAX);
  return `${error.name} ${placeOf(error)}`.trim();
}

/** The first line of ours in the stack, without its folder. */
function placeOf({ stack = '' }: Error): string {
  const line = stack.split('\n').find((one) => /^\s+at .*\/(apps|libs|activities|workflows)\//.test(one));
  return line
    ? line
        .trim()
        .replace(/\(?(file:\/\/)?\/.*\/((?:apps|libs|activities|workflows)\/)/, '($2')
        .slice(0, FAULT_CHARACTERS_MAX)
    : '';
}
