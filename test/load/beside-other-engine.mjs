import { readFileSync } from 'node:fs';
import { compile } from '@wuqing/bpmn-definition';
import { median, round } from './bench-report.mjs';
import { otherEngine } from './other-engine.mjs';
import { recordSequence } from './recorded-cases.mjs';

const SHIPPED = new URL('../../libs/process-library/seven-user-tasks/seven-user-tasks.bpmn', import.meta.url);
const ROUNDS = 5;
const ROUND_MS = 1_000;

/**
 * The shipped process without its service levels, whose terms the other engine would not evaluate, in both by turns:
 * instances a second of CPU time, medians of the rounds. `replay` runs one recorded case of ours.
 */
export async function besideOtherEngine(replay) {
  const source = readFileSync(SHIPPED, 'utf8').replace(/<wq:serviceLevel [^>]*>/g, '');
  const compiled = await compile(source, { hostFunctionNames: [] });
  if (!compiled.ok) throw new Error(compiled.error.map(({ message }) => message).join('; '));
  const recorded = recordSequence(compiled.value.process);
  const other = await otherEngine(source);
  const sides = {
    ours: () => replay(recorded, false),
    theirs: other.run,
    theirsFromSource: other.runFromSource,
  };
  const rates = { ours: [], theirs: [], theirsFromSource: [] };
  for (let turn = 0; turn <= ROUNDS; turn += 1)
    for (const [name, run] of Object.entries(sides)) {
      const rate = await perCpuSecond(run);
      if (turn > 0) rates[name].push(rate); // the first turn warms both up
    }
  return {
    'instances/s, ours': round(median(rates.ours)),
    'instances/s, bpmn-engine (npm), source read once': round(median(rates.theirs), 1),
    'instances/s, bpmn-engine (npm), as in its README': round(median(rates.theirsFromSource), 1),
    'ours ÷ bpmn-engine, source read once': round(median(rates.ours) / median(rates.theirs)),
    'ours ÷ bpmn-engine, as in its README': round(median(rates.ours) / median(rates.theirsFromSource)),
    'state of a waiting instance, ours, bytes': replay(recorded).stateBytes,
    'state of a waiting instance, bpmn-engine, bytes': await other.stateBytes(),
  };
}

async function perCpuSecond(run) {
  const began = performance.now();
  const spent = process.cpuUsage();
  let instances = 0;
  for (; performance.now() - began < ROUND_MS; instances += 1) await run();
  const { user, system } = process.cpuUsage(spent);
  return instances / ((user + system) / 1e6);
}
