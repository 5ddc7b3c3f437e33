import { createContext, useContext } from 'react';
import type { MeView } from '../../client/api.js';

const Me = createContext<MeView | null>(null);
export const MeProvider = Me.Provider;

/** Who is signed in; pages are shown to nobody else. */
export function useMe(): MeView {
  const me = useContext(Me);
  if (me === null) throw new Error('Expected a page inside of the shell');
  return me;
}

/** Whoever works for one village needs not be told which. */
export const isOfOneVillage = ({ positions }: MeView): boolean =>
  positions.length > 0 &&
  positions.every(({ unitId, unitKind }) => unitKind === 'village' && unitId === positions[0]?.unitId);
