import { InstanceDriver, processFromBlock, type Block } from '@wuqing/testing';
import fc from 'fast-check';
import { advance, evolve, initialState, type Command, type ProcessInstanceState } from './index.js';
import { anyBlock, anyMove, commandOf, finish, type Move } from './random.fixture.js';
import { TokenLedger } from './token-ledger.fixture.js';

const runs = Number(process.env['FUZZ_RUNS'] ?? 500);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_125);

/**
 * One run that is driven three times at once: live without ever being stored, restarted from its stored state after every
 * step, and as the fold of the facts alone; with the tokens counted beside it.
 */
class Watched extends InstanceDriver {
  private live: ProcessInstanceState = initialState();
  private folded: ProcessInstanceState = initialState();
  readonly ledger = new TokenLedger(this.process);

  override send(command: Command): ReturnType<InstanceDriver['send']> {
    const fromLive = advance(this.process, this.live, command, this.context);
    const answer = super.send(command);
    expect(JSON.stringify(answer)).toBe(JSON.stringify(fromLive));
    if (!answer.ok) return answer;
    const { events } = answer.value;
    this.live = events.reduce(evolve, this.live);
    const stored = JSON.parse(JSON.stringify(events)) as typeof events;
    this.folded = stored.reduce(evolve, this.folded);
    const text = JSON.stringify(this.state);
    expect(JSON.stringify(this.live)).toBe(text);
    expect(JSON.stringify(this.folded)).toBe(text);
    this.ledger.turn(events, this.state);
    expect(this.ledger.faults).toEqual([]);
    return answer;
  }
}

function played(block: Block, moves: readonly Move[]): Watched {
  const instance = new Watched(processFromBlock('p', block));
  instance.start({ n: 1, again: false });
  for (const move of moves) instance.send(commandOf(instance.state, move));
  return instance;
}

describe(`any process under any order of events (${runs} runs, seed ${seed})`, () => {
  it('replays, restarts, keeps its tokens, waits for a reason and comes to its end', () => {
    const verdict = fc.check(
      fc.property(anyBlock, fc.array(anyMove, { maxLength: 30 }), (block, moves) => {
        const instance = played(block, moves);
        finish(instance);
        expect(instance.state.status).toBe('completed');
        expect(instance.leftovers).toEqual([]);
        expect(instance.state).not.toHaveProperty('completed');
      }),
      { numRuns: runs, seed },
    );
    if (verdict.failed) throw new Error(fc.defaultReportMessage(verdict)!, { cause: verdict.errorInstance });
  });
});
