import { useEffect } from 'react';

/** Takes the sentence away that a page shows whose scripts do not come, once what they draw is there. */
export function ScriptsAreThere() {
  useEffect(() => document.getElementById('no-scripts')?.remove(), []);
  return null;
}
