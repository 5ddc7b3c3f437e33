import { Bug } from '@wuqing/kernel';
import { parseTerm, type Term } from '@wuqing/working-calendar';

/** The term of a policy that publication has checked. */
export function termOf(text: string): Term {
  const term = parseTerm(text);
  if (!term.ok) throw new Bug(term.error);
  return term.value;
}
