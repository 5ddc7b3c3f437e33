/**
 * bench:engine — the pure core on one core: commands and engine events (steps) a second, and the size of the state.
 *
 *   node test/load/engine.bench.mjs                      seven-user-tasks
 *   node test/load/engine.bench.mjs <compiled.json> …    and compiled processes, best effort: their user tasks are
 *                                                        completed with the variables of `<compiled>.variables.json`
 *
 * Runs from the rooms' `dist`. One round starts a case, does everything that opens and folds every event into the state
 * as the shell does: `advance`, then `events.reduce(evolve, state)`. Prints figures with the hardware and writes
 * `test/load/results/engine.json`.
 */
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import os from 'node:os';
import host from 'node:process';
import { fileURLToPath } from 'node:url';
import { advance, evolve, initialState } from '@wuqing/bpmn-engine';
import { sequenceOf, userTask } from '@wuqing/testing';
import { feelHostFunctions, indexCalendar, officialCalendar } from '@wuqing/working-calendar';

const WARM_UP_MS = 1000;
const MEASURED_MS = 3000;
const COMMANDS_MAX = 300;
const targets = { eventsPerSecond: 100_000, commandsPerSecond: 30_000, stateBytes: 2048 };
const context = {
  now: 1_787_533_200_000,
  timeZone: 'Asia/Shanghai',
  flags: [],
  hostFunctions: feelHostFunctions(indexCalendar(officialCalendar)),
};

const sevenUserTasks = sequenceOf(
  'seven-user-tasks',
  Array.from({ length: 7 }, (_, index) => userTask(`step-${index + 1}`)),
);

const nextCommand = (state, variables) => {
  const [userTask] = state.userTasks;
  if (userTask) return { type: 'CompleteUserTask', userTask, variables };
  const [service] = Object.keys(state.services);
  if (service) return { type: 'CompleteServiceTask', serviceTask: service, variables };
  const [timer] = Object.keys(state.timers);
  if (timer) return { type: 'TriggerTimer', timer };
  const [subscription] = Object.keys(state.subscriptions);
  return subscription && { type: 'CorrelateMessage', subscription, variables };
};

/** One case from its start to its end, or to the first command that is refused. */
function playCase(process, variables, figures) {
  let state = initialState();
  let command = { type: 'StartProcessInstance', variables };
  for (let number = 0; command && number < COMMANDS_MAX; number += 1) {
    const answer = advance(process, state, command, context);
    if (!answer.ok) return answer.error;
    state = answer.value.events.reduce((before, event) => evolve(before, event), state);
    figures.commands += 1;
    figures.events += answer.value.events.length;
    if (figures.watchesSize) {
      figures.stateBytes = Math.max(
        figures.stateBytes,
        Buffer.byteLength(JSON.stringify({ ...state, variables: {} })),
      );
    }
    command = state.status === 'running' ? nextCommand(state, variables) : undefined;
  }
  figures.cases += 1;
  return state.status === 'completed'
    ? undefined
    : { code: state.status, message: JSON.stringify(state.incidents) };
}

/** Seconds of one core, garbage collection on other threads counted in: what neighbors on the machine take is not ours. */
function cpuSeconds() {
  const { user, system } = host.cpuUsage();
  return (user + system) / 1_000_000;
}

function measure(name, process, variables) {
  const sized = { commands: 0, events: 0, cases: 0, stateBytes: 0, watchesSize: true };
  const stopped = playCase(process, variables, sized);
  const play = (forMs) => {
    const figures = { commands: 0, events: 0, cases: 0 };
    const began = performance.now();
    const spent = cpuSeconds();
    while (performance.now() - began < forMs) playCase(process, variables, figures);
    return { ...figures, seconds: cpuSeconds() - spent, wallSeconds: (performance.now() - began) / 1000 };
  };
  play(WARM_UP_MS);
  const { commands, events, seconds, wallSeconds } = play(MEASURED_MS);
  return {
    process: name,
    commandsPerCase: sized.commands,
    eventsPerCase: sized.events,
    commandsPerSecond: Math.round(commands / seconds),
    eventsPerSecond: Math.round(events / seconds),
    eventsPerWallSecond: Math.round(events / wallSeconds),
    stateBytes: sized.stateBytes,
    ...(stopped && { stopped }),
  };
}

function measureFile(file) {
  const process = JSON.parse(readFileSync(file, 'utf8'));
  const beside = file.replace(/\.json$/, '.variables.json');
  return measure(process.key, process, existsSync(beside) ? JSON.parse(readFileSync(beside, 'utf8')) : {});
}

const hardware = { cpu: os.cpus()[0]?.model ?? 'unknown', cores: os.cpus().length, node: host.version };
const results = [
  measure('seven-user-tasks', sevenUserTasks, {}),
  ...host.argv.slice(2).map((file) => measureFile(file)),
];

console.log(`${hardware.cpu}, ${hardware.cores} cores, Node ${hardware.node}`);
for (const result of results) {
  const { eventsPerSecond, commandsPerSecond, stateBytes, stopped } = result;
  console.log(
    `${result.process}: ${eventsPerSecond.toLocaleString('en')} steps/s, ${commandsPerSecond.toLocaleString('en')} commands/s of one core, state ≤ ${stateBytes} bytes`,
  );
  if (stopped) console.log(`  stopped before its end: ${stopped.code} ${stopped.message}`);
}

const [first] = results;
const met =
  first.eventsPerSecond >= targets.eventsPerSecond &&
  first.commandsPerSecond >= targets.commandsPerSecond &&
  first.stateBytes <= targets.stateBytes;
const folder = fileURLToPath(new URL('./results/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}engine.json`, `${JSON.stringify({ hardware, targets, met, results }, null, 2)}\n`);
console.log(met ? 'targets met' : `targets missed: ${JSON.stringify(targets)}`);
host.exitCode = met ? 0 : 1;
