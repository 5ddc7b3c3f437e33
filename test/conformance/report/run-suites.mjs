import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { betsySuite } from '../betsy/betsy-suite.mjs';
import { bpmnspectorSuite } from '../bpmnspector/bpmnspector-suite.mjs';
import { dmnTckSuite } from '../dmn-tck/dmn-tck-suite.mjs';
import { roundTripSuite } from '../round-trip/round-trip.mjs';
import { soundnessSuite } from '../soundness/soundness-suite.mjs';

const SUITES = {
  betsy: betsySuite,
  bpmnspector: bpmnspectorSuite,
  'dmn-tck': dmnTckSuite,
  miwg: roundTripSuite,
  soundness: soundnessSuite,
};

/** Suite → its rows, of those that the folder has; a copy of the DMN kit is one by itself. */
export async function runSuites(folder) {
  const kit = kitIn(folder);
  if (kit) return { 'dmn-tck': await dmnTckSuite(kit) };
  const rows = {};
  for (const [name, run] of Object.entries(SUITES)) {
    const at = join(folder, name);
    if (existsSync(at)) rows[name] = await run(at);
  }
  return rows;
}

/** Where the cases of a copy of the DMN kit stand; undefined where the folder is none. */
function kitIn(folder) {
  const inside = join(folder, 'TestCases');
  if (existsSync(inside)) return inside;
  const isKit =
    existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('compliance-level-'));
  return isKit ? folder : undefined;
}
