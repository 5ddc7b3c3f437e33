import { advance, engineFlags, evolveAll, initialState } from '@wuqing/bpmn-engine';

const TIMERS_MAX = 100;
const context = { timeZone: 'Asia/Shanghai', flags: engineFlags, hostFunctions: {} };
const noon = Date.UTC(2026, 7, 24, 4);

/** Starts a case and lets at most a hundred timers fire, each at its time; says what became of it. Pure. */
export function runCase(process) {
  const calledProcesses = { [process.key]: process };
  let state = initialState();
  const act = (command, now) => {
    const decided = advance(process, state, command, { ...context, now, calledProcesses });
    if (decided.ok) state = evolveAll(state, decided.value.events);
  };
  act({ type: 'StartProcessInstance', variables: {} }, noon);
  for (let fired = 0; fired < TIMERS_MAX && Object.keys(state.timers).length > 0; fired++) {
    const [timer, { dueAt }] = Object.entries(state.timers).sort(([, a], [, b]) => a.dueAt - b.dueAt)[0];
    act({ type: 'TriggerTimer', timer }, dueAt);
  }
  return outcomeOf(state);
}

function outcomeOf({ status, incidents }) {
  const codes = [...new Set(Object.values(incidents).map(({ code }) => code))].sort();
  if (codes.length > 0) return `incident: ${codes.join(', ')}`;
  return status === 'running' ? 'waits' : status;
}
