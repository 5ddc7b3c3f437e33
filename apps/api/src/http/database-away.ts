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
