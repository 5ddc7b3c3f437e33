import { advance, engineFlags, evolveAll, initialState } from '@wuqing/bpmn-engine';
import { deliberationFunctions, laneServices } from '@wuqing/deliberation';
import { countsOfMeeting, libraryJourneys, libraryProcesses, unbarredFacts } from '@wuqing/process-library';
import { checkDefinition } from '@wuqing/publication';
import { feelHostFunctions, indexCalendar, officialCalendar } from '@wuqing/working-calendar';

const context = {
  timeZone: 'Asia/Shanghai',
  flags: engineFlags,
  hostFunctions: { ...feelHostFunctions(indexCalendar(officialCalendar)), ...deliberationFunctions },
};

/** Records what a case was told, and when, while it is told. */
class Recorder {
  commands = [];
  state = initialState();
  now = 0;

  constructor(definition) {
    this.definition = definition;
  }

  /** The command and, as in the lane, every `wuqing.*` service that it reaches. A refused command is not recorded, and its refusal answered. */
  send(command) {
    const answer = advance(this.definition, this.state, command, { ...context, now: this.now });
    if (!answer.ok) return answer.error;
    this.commands.push({ command, now: this.now });
    this.state = evolveAll(this.state, answer.value.events);
    for (const effect of answer.value.effects) if (effect.type === 'InvokeServiceTask') this.serve(effect);
  }

  serve({ serviceTask, taskType, inputs }) {
    const { value: variables } = laneServices[taskType](inputs);
    this.send({ type: 'CompleteServiceTask', serviceTask, variables });
  }

  /** Fires what is due until then, in order. */
  goTo(until) {
    for (let due = this.nearest(until); due; due = this.nearest(until)) {
      this.now = due[1].dueAt;
      this.send({ type: 'TriggerTimer', timer: due[0] });
    }
    this.now = until;
  }

  nearest(until) {
    const due = Object.entries(this.state.timers).filter(([, timer]) => timer.dueAt <= until);
    return due.sort(([, one], [, other]) => one.dueAt - other.dueAt)[0];
  }

  get recorded() {
    return { definition: this.definition, commands: this.commands, context };
  }
}

/** Start, then every task as it opens. */
export function recordSequence(definition) {
  const recorder = new Recorder(definition);
  recorder.send({ type: 'StartProcessInstance', variables: {} });
  while (recorder.state.userTasks[0]) {
    recorder.send({ type: 'CompleteUserTask', userTask: recorder.state.userTasks[0], variables: {} });
  }
  return recorder.recorded;
}

/** A dated journey of a shipped process, with the variables that its expressions read. */
export async function recordJourney(processKey, journeyKey) {
  const { xml } = libraryProcesses().find(({ key }) => key === processKey);
  const compiled = await checkDefinition(xml);
  if (!compiled.ok) throw new Error(compiled.error.map(({ message }) => message).join('; '));
  const definition = compiled.value.process;
  const { start, steps } = libraryJourneys(processKey).find(({ key }) => key === journeyKey);
  const recorder = new Recorder(definition);
  const read = (variables) =>
    Object.fromEntries(Object.entries(variables).filter(([name]) => definition.reads.includes(name)));
  recorder.goTo(morningOf(start.on));
  recorder.send({ type: 'StartProcessInstance', variables: read({ caseId: 'case', roll: start.roll }) });
  for (const step of steps) {
    recorder.goTo(morningOf(step.on));
    const command = step.submit ? submission(recorder, step, read) : step.message && told(recorder, step);
    const refused = command && recorder.send(command);
    if (refused && !step.expect?.refusedBy) throw new Error(`${step.on}: ${refused.message}`);
  }
  return recorder.recorded;
}

/** What the process hears of a step's form: its fields, and the counts of its roll. */
const submission = (recorder, step, read) => {
  const facts = { ...step.submit, ...(step.meeting && countsOfMeeting(step.meeting)) };
  return {
    type: 'CompleteUserTask',
    userTask: openTask(recorder, step.element),
    variables: read({ ...unbarredFacts(recorder.definition, step.element, facts), ...facts }),
  };
};

const told = (recorder, { message, variables }) => ({
  type: 'CorrelateMessage',
  subscription: waiting(recorder, message),
  variables,
});

const morningOf = (day) => Date.parse(`${day}T09:00:00+08:00`);

const openTask = ({ state }, elementId) => state.userTasks.find((key) => key.startsWith(`${elementId}#`));

const waiting = ({ state }, name) =>
  Object.entries(state.subscriptions).find(([, { messageName }]) => messageName === name)[0];
