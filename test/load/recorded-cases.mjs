import { advance, engineFlags, evolveAll, initialState } from '@wuqing/bpmn-engine';
import { deliberationFunctions, laneServices } from '@wuqing/deliberation';
import { libraryJourneys, libraryProcesses, unbarredFacts } from '@wuqing/process-library';
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

  /** The command and, as in the lane, every `wuqing.*` service that it reaches. A refused command is not recorded. */
  send(command) {
    const answer = advance(this.definition, this.state, command, { ...context, now: this.now });
    if (!answer.ok) return;
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
    if (step.submit)
      recorder.send({
        type: 'CompleteUserTask',
        userTask: openTask(recorder, step.element),
        variables: read({ ...unbarredFacts(definition, step.element, step.submit), ...step.submit }),
      });
    if (step.message)
      recorder.send({
        type: 'CorrelateMessage',
        subscription: waiting(recorder, step.message),
        variables: step.variables,
      });
  }
  return recorder.recorded;
}

const morningOf = (day) => Date.parse(`${day}T09:00:00+08:00`);

const openTask = ({ state }, elementId) => state.userTasks.find((key) => key.startsWith(`${elementId}#`));

const waiting = ({ state }, name) =>
  Object.entries(state.subscriptions).find(([, { messageName }]) => messageName === name)[0];
