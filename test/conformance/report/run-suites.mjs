import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { betsySuite } from '../betsy/betsy-suite.mjs';
import { bpmnspectorSuite } from '../bpmnspector/bpmnspector-suite.mjs';
import { roundTripSuite } from '../round-trip/round-trip.mjs';
import { soundnessSuite } from '../soundness/soundness-suite.mjs';

const SUITES = {
  betsy: betsySuite,
  bpmnspector: bpmnspectorSuite,
  miwg: roundTripSuite,
  soundness: soundnessSuite,
};

/** Suite → its rows, of those that the folder has. */
export async function runSuites(folder) {
  const rows = {};
  for (const [name, run] of Object.entries(SUITES)) {
    const at = join(folder, name);
    if (existsSync(at)) rows[name] = await run(at);
  }
  return rows;
}
