import { goldenNames, goldenOf } from './golden-files.mjs';

/** Folders in the order in which a cell of the coverage page is looked for; combinations and the rest come last. */
const homes = ['tasks', 'events', 'gateways', 'sub-processes', 'markers'];
const rankOf = (name) => [...homes, name.split('/')[0]].indexOf(name.split('/')[0]);
const byHome = goldenNames.toSorted((one, other) => rankOf(one) - rankOf(other) || one.length - other.length);

const proofs = new Map();
for (const name of byHome)
  for (const cell of goldenOf(name).proves)
    if (!proofs.has(cell)) proofs.set(cell, `../test/conformance/traces/${name}.trace.json`);

/** Where `docs/bpmn-coverage.md` sends who looks a cell up. */
export const proofOf = (cell) => proofs.get(cell);
