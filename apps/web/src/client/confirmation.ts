import { isConfirmationAsked } from './problem.js';

/** Asks whoever is here to say once more who he is; true where he has. */
type Ask = () => Promise<boolean>;

const asking: { by?: Ask } = {};

/** Sends what may be too grave for a session of long ago: whoever is here is asked who he is, and it is sent once more. */
export async function confirmed<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!isConfirmationAsked(error) || !(await asking.by?.())) throw error;
    return send();
  }
}

/** The page's own dialog asks; returns how to end that. */
export function askBy(ask: Ask): () => void {
  asking.by = ask;
  return () => {
    if (asking.by === ask) delete asking.by;
  };
}
