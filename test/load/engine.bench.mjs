import { advance, evolveAll, initialState } from '@wuqing/bpmn-engine';
import { sequenceOf, userTask } from '@wuqing/testing';
import { besideOtherEngine } from './beside-other-engine.mjs';
import { report, round } from './bench-report.mjs';
import { recordJourney, recordSequence } from './recorded-cases.mjs';

/**
 * The pure core on one core: commands and engine events (steps) a second, and the size of the state. A case is recorded
 * once as its commands with their moments, then replayed as the shell does it: `advance`, and every event folded into
 * the state. Rates are per second of CPU time, garbage collection included; the wall's are printed beside them.
 * Beside it bpmn-engine (npm) runs the same seven tasks. Bars, for `seven-user-tasks`: ≥ 100,000 steps/s, ≥ 30,000 commands/s, state ≤ 2 kB.
 */
const WARM_UP_MS = 1_000;
const MEASURED_MS = 3_000;

const seven = recordSequence(
  sequenceOf(
    'seven-user-tasks',
    Array.from({ length: 7 }, (_, index) => userTask(`step-${index + 1}`)),
  ),
);
const figures = {
  ...measured('seven-user-tasks', seven),
  ...measured('major-matter, journey A1', await recordJourney('major-matter', 'A1')),
  ...(await besideOtherEngine(replay)),
};
report('engine', figures, {
  'seven-user-tasks: steps/s': '≥ 100,000',
  'seven-user-tasks: commands/s': '≥ 30,000',
  'seven-user-tasks: state without variables, bytes': '≤ 2,048',
  'ours ÷ bpmn-engine, source read once': '≥ 100',
});

function measured(name, recorded) {
  const once = replay(recorded);
  spend(recorded, WARM_UP_MS);
  const { cases, cpuSeconds, wallSeconds } = spend(recorded, MEASURED_MS);
  const figure = (what, value) => [`${name}: ${what}`, value];
  return Object.fromEntries([
    figure('commands a case', recorded.commands.length),
    figure('steps a case', once.events),
    figure('steps/s', round((cases * once.events) / cpuSeconds)),
    figure('commands/s', round((cases * recorded.commands.length) / cpuSeconds)),
    figure('steps/s by the wall', round((cases * once.events) / wallSeconds)),
    figure('state without variables, bytes', once.stateBytes),
  ]);
}

function spend(recorded, forMs) {
  const began = performance.now();
  const spent = process.cpuUsage();
  let cases = 0;
  for (; performance.now() - began < forMs; cases += 1) replay(recorded, false);
  const { user, system } = process.cpuUsage(spent);
  return { cases, cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - began) / 1_000 };
}

function replay({ definition, commands, context }, weighing = true) {
  let state = initialState();
  let events = 0;
  let stateBytes = 0;
  for (const { command, now } of commands) {
    const answer = advance(definition, state, command, { ...context, now });
    if (!answer.ok) throw new Error(`Expected ${command.type} to be accepted: ${answer.error.message}`);
    state = evolveAll(state, answer.value.events);
    events += answer.value.events.length;
    if (weighing)
      stateBytes = Math.max(stateBytes, Buffer.byteLength(JSON.stringify({ ...state, variables: {} })));
  }
  if (state.status !== 'completed') throw new Error(`Expected the case to end, found ${state.status}`);
  return { events, stateBytes };
}
