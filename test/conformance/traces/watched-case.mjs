import assert from 'node:assert/strict';
import { advance, engineFlags, evolve, evolveAll, initialState } from '@wuqing/bpmn-engine';
import { deliberationFunctions } from '@wuqing/deliberation';
import { InstanceDriver } from '@wuqing/testing';
import { feelHostFunctions, indexCalendar, officialCalendar } from '@wuqing/working-calendar';

/** What the shell hands in. */
const hostFunctions = { ...feelHostFunctions(indexCalendar(officialCalendar)), ...deliberationFunctions };

/**
 * One case that is driven three times at once: restarted from its stored state before every command, live without ever
 * being stored, and as the fold of its stored facts alone. All three must stay the same, byte for byte.
 */
export class WatchedCase extends InstanceDriver {
  #live = initialState();
  #folded = initialState();

  /** `called` and `decisions` by the keys under which the engine asks for them. */
  constructor(process, { called, decisions }) {
    super(process, { flags: engineFlags, calledProcesses: called, decisions, hostFunctions });
  }

  send(command) {
    const live = advance(this.process, this.#live, command, this.context);
    const answer = super.send(command);
    assert.equal(JSON.stringify(answer), JSON.stringify(live), 'a restart decides as the live state does');
    if (!answer.ok) return answer;
    this.#live = evolveAll(this.#live, answer.value.events);
    this.#folded = JSON.parse(JSON.stringify(answer.value.events)).reduce(evolve, this.#folded);
    assert.equal(JSON.stringify(this.#live), JSON.stringify(this.state), 'a restart changes nothing');
    assert.equal(
      JSON.stringify(this.#folded),
      JSON.stringify(this.state),
      'the journal gives the live state',
    );
    return answer;
  }
}
