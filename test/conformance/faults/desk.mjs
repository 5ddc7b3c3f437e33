import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileDecisions } from '@wuqing/bpmn-definition';
import { canonicalJson } from '@wuqing/kernel';
import { checkDefinition, compileOptions } from '@wuqing/publication';
import { WatchedCase } from '../traces/watched-case.mjs';

/** One model of a folder: how it is published, and a case of it. */
export class Desk {
  #folder;
  #file;

  constructor(folder, file) {
    this.#folder = folder;
    this.#file = file;
  }

  /** `published`, or `refused: …` or `warned: …` with `<rule> <element id> <sentence>` a line. */
  async verdict() {
    const checked = await this.#checked(this.#file);
    if (!checked.ok) return `refused: ${linesOf(checked.error)}`;
    const { warnings } = checked.value;
    return warnings.length === 0 ? 'published' : `warned: ${linesOf(warnings)}`;
  }

  async decisions() {
    const compiled = await compileDecisions(this.#text(this.#file), compileOptions);
    return compiled.ok ? 'published' : `refused: ${linesOf(compiled.error)}`;
  }

  /** A case of it that has begun; where it is refused that is the answer. */
  async begin(variables) {
    const it = new Case(await this.#process(this.#file), { called: {}, decisions: {} }, (file) =>
      this.#process(file),
    );
    it.start(variables);
    return it;
  }

  async #process(file) {
    const checked = await this.#checked(file);
    if (checked.ok) return checked.value.process;
    throw new Answer(`refused: ${linesOf(checked.error)}`);
  }

  #checked = (file) => checkDefinition(this.#text(file));
  #text = (file) => readFileSync(join(this.#folder, file), 'utf8');
}

const linesOf = (problems) =>
  problems.map(({ rule, elementId, message }) => `${rule} ${elementId ?? '-'} ${message}`).join('\n');

/** What is known before the last step: publication refuses, or the engine refuses a command. */
export class Answer extends Error {}

class Case extends WatchedCase {
  #processOf;

  constructor(process, options, processOf) {
    super(process, options);
    this.#processOf = processOf;
  }

  say = (value) => canonicalJson(JSON.parse(JSON.stringify(value)));
  now = () => this.clock.now();
  waiting = () => [...this.state.userTasks];
  incidents = () => Object.values(this.state.incidents).map(({ code }) => code);
  timers = () => Object.keys(this.state.timers);
  dueTimes = () => Object.values(this.state.timers).map(({ dueAt }) => dueAt);

  answer(userTask, variables = {}) {
    this.#carryOut({ type: 'CompleteUserTask', userTask, variables });
  }

  mend(elementId, variables) {
    const incident = Object.keys(this.state.incidents).find((key) => key.startsWith(`${elementId}#`));
    this.#carryOut({ type: 'ResolveIncident', incident, variables });
  }

  modify(activate, terminate) {
    const keyOf = (id) => Object.keys(this.state.instances).findLast((key) => key.startsWith(`${id}#`));
    this.#carryOut({
      type: 'ModifyProcessInstance',
      activate: activate.map((elementId) => ({ elementId })),
      terminate: terminate.map(keyOf),
      reason: '更正',
    });
  }

  /** `moved`, or `refused: …`. */
  async moveTo(file, mapping) {
    const answer = this.migrate(await this.#processOf(file), { mapping, timers: 'keep' });
    return answer.ok ? 'moved' : `refused: ${answer.error.message}`;
  }

  #carryOut(command) {
    const answer = this.send(command);
    assert(answer.ok, `${command.type} is refused: ${answer.ok || answer.error.message}`);
  }
}
