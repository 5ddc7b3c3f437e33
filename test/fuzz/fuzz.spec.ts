import { canonicalJson } from '@wuqing/kernel';
import {
  drawnProcess,
  InstanceDriver,
  type Block,
  type DrawnProcess,
  type ProcessDraw,
} from '@wuqing/testing';
import fc from 'fast-check';
import {
  advance,
  engineFlags,
  evolve,
  evolveAll,
  initialState,
  type Command,
  type ProcessInstanceState,
} from '@wuqing/bpmn-engine';
import { FuzzCoverage } from './fuzz-coverage.js';
import { anyProcess } from './random-process.js';
import { anyMove, commandOf, finish, reversed, startOf, type Move } from './random.js';
import { OrderLedger } from './order-ledger.js';
import { StandingLedger } from './standing-ledger.js';
import { TokenLedger } from './token-ledger.js';
import { ValueLedger } from './value-ledger.js';

const runs = Number(process.env['FUZZ_RUNS'] ?? 500);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_125);

/** Whether a table of all that was met is printed, and an empty cell of it fails the run. */
const isCounted = process.env['FUZZ_COVERAGE'] === '1';
const coverage = new FuzzCoverage();

/**
 * One run that is driven three times at once: live without ever being stored, restarted from its stored state after every
 * step, and as the fold of the facts alone; with the tokens counted beside it. A store that keeps no order of keys would
 * decide nothing else.
 */
class Watched extends InstanceDriver {
  private live: ProcessInstanceState = initialState();
  private folded: ProcessInstanceState = initialState();
  readonly ledger: TokenLedger;
  private readonly standing = new StandingLedger();
  private readonly order: OrderLedger;
  private readonly values = new ValueLedger();
  private drawn: DrawnProcess;

  constructor(
    drawn: DrawnProcess,
    private whole: ProcessDraw,
  ) {
    super(drawn.process, { ...drawn, flags: engineFlags });
    this.ledger = new TokenLedger(drawn);
    this.order = new OrderLedger(drawn);
    this.drawn = drawn;
    coverage.begin();
  }

  /** What `commandOf` finds, or now and then a migration. */
  play(move: Move): void {
    if (move.kind === 20 && move.which % 2 === 0) this.moveOn(move);
    else this.send(commandOf(this, move));
  }

  /** To a version in which every id is another one, and which begins or ends with a step more. */
  private moveOn({ which, variables }: Move): void {
    const step: Block = { kind: 'userTask' };
    const place = variables.again ? 0 : 1;
    const { block } = this.whole;
    const blocks = place === 0 ? [block, step] : [step, block];
    const longer: ProcessDraw = { ...this.whole, block: { kind: 'sequence', blocks } };
    const drawn = drawnProcess('p', longer);
    const mapping = Object.fromEntries(
      Object.keys(this.process.nodes)
        .filter((id) => id.startsWith('b'))
        .map((id) => [id, `b${place}${id.slice(1)}`]),
    );
    const answer = this.migrate(drawn.process, { mapping, timers: which % 4 === 0 ? 'keep' : 'replan' });
    if (!answer.ok) return;
    this.whole = longer;
    this.drawn = drawn;
    coverage.begin();
    this.ledger.migrated(drawn, this.state);
    this.order.migrated(drawn);
    this.values.migrated();
    expect(this.ledger.faults).toEqual([]);
  }

  override send(command: Command): ReturnType<InstanceDriver['send']> {
    const fromLive = advance(this.process, this.live, command, this.context);
    const shuffled = advance(this.process, reversed(this.live), command, this.context);
    expect(canonical(shuffled)).toBe(canonical(fromLive));
    const answer = super.send(command);
    expect(JSON.stringify(answer)).toBe(JSON.stringify(fromLive));
    coverage.command(command, answer.ok);
    if (!answer.ok) return answer;
    const { events } = answer.value;
    const [given, asGiven] = [this.live, JSON.stringify(this.live)];
    this.live = evolveAll(given, events);
    expect(JSON.stringify(given)).toBe(asGiven);
    const stored = JSON.parse(JSON.stringify(events)) as typeof events;
    this.folded = stored.reduce(evolve, this.folded);
    if (command.type !== 'MigrateProcessInstance') coverage.events(this.drawn, events);
    const text = JSON.stringify(this.state);
    expect(JSON.stringify(this.live)).toBe(text);
    expect(JSON.stringify(this.folded)).toBe(text);
    if (command.type !== 'MigrateProcessInstance') this.ledger.turn(events, this.state);
    this.order.turn(events);
    this.values.turn(events);
    expect(this.standing.turn(events, answer.value.effects, this.state)).toEqual([]);
    expect([...this.order.faults, ...this.values.faults]).toEqual([]);
    expect(this.ledger.faults).toEqual([]);
    return answer;
  }
}

const canonical = (value: object): string => canonicalJson(JSON.parse(JSON.stringify(value)));

function played(whole: ProcessDraw, start: number, moves: readonly Move[]): Watched {
  const instance = new Watched(drawnProcess('p', whole), whole);
  instance.run(startOf(instance.process, start));
  for (const move of moves) instance.play(move);
  return instance;
}

describe(`any process under any order of events (${runs} runs, seed ${seed})`, () => {
  it('replays, restarts, keeps its tokens, waits for a reason and comes to its end', () => {
    const verdict = fc.check(
      fc.property(anyProcess, fc.nat(5), fc.array(anyMove, { maxLength: 30 }), (whole, start, moves) => {
        const instance = played(whole, start, moves);
        finish(instance);
        expect(instance.state.status).toMatch(/^(completed|terminated)$/);
        expect(instance.leftovers).toEqual([]);
        expect(instance.state).not.toHaveProperty('completed');
      }),
      { numRuns: runs, seed },
    );
    if (verdict.failed) throw new Error(fc.defaultReportMessage(verdict)!, { cause: verdict.errorInstance });
  });

  it('and meets every element at every place', () => {
    if (!isCounted) return;
    console.log(coverage.toString());
    expect(coverage.missing()).toEqual([]);
  });
});
