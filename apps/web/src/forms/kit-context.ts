import { createContext, useContext } from 'react';
import type { FieldKit } from './field-props.js';

/** Fields of lists and sections are drawn by the kit that draws them: it comes from above, not by an import. */
export const KitContext = createContext<FieldKit | null>(null);

export function useKit(): FieldKit {
  const kit = useContext(KitContext);
  if (kit === null) throw new Error('Expected a kit around the fields of a form');
  return kit;
}
