import type { Instant, Json } from '@wuqing/kernel';
import type { Ast } from './ast.js';
import type { PatternProgram } from './pattern/pattern-program.js';
import { entryOf, type Frame, type Value } from './value.js';

export type HostFunctions = Readonly<Record<string, (...args: readonly Json[]) => Json>>;

/** What comes in by the door. */
export interface EvaluationContext {
  readonly now: Instant;
  /** IANA zone of `today()`, `now()` and of local date-times. */
  readonly timeZone: string;
  readonly hostFunctions: HostFunctions;
}

export interface EvaluationError {
  readonly code: 'budget' | 'unknown-function' | 'unknown-node' | 'assertion';
  readonly message: string;
}

/** Ends an evaluation from any depth; `evaluate` alone catches it. */
export class Stop {
  constructor(readonly error: EvaluationError) {}
}

/** One step is one node, one element walked or 32 characters copied: about 50 ns each. */
export const stepsMax = 100_000;
export const depthMax = 200;
export const listLengthMax = 10_000;
export const stringLengthMax = 65_536;

/** How each type of node is valued; a null-prototype record, so that foreign types find nothing. */
export type Interpreters = Readonly<
  Partial<Record<string, (node: never, frame: Frame | null, run: Run) => Value>>
>;

/** One evaluation: where names come from and what is left of the budget. */
export class Run {
  steps = 0;
  depth = 0;
  /** Patterns that this evaluation has compiled; null where the text is none. */
  readonly patterns = new Map<string, PatternProgram | null>();

  constructor(
    readonly scope: (name: string) => Json | undefined,
    readonly context: EvaluationContext,
    private readonly interpreters: Interpreters,
  ) {}

  /** The value of a node. */
  valueOf(node: Ast, frame: Frame | null): Value {
    const interpreter = this.interpreters[node.type];
    if (!interpreter)
      throw new Stop({ code: 'unknown-node', message: `Expected a node of the AST, found "${node.type}"` });
    if (++this.depth > depthMax) throw overBudget(`a depth of at most ${depthMax}`);
    this.charge(1);
    const value = interpreter(node as never, frame, this);
    this.depth--;
    return value;
  }

  /** What `walk` answers one level deeper: values nest no deeper than expressions may. */
  nested<T>(walk: () => T): T {
    if (++this.depth > depthMax) throw overBudget(`a depth of at most ${depthMax}`);
    const result = walk();
    this.depth--;
    return result;
  }

  /** The value bound to `name`, undefined where nobody binds it. */
  lookUp(name: string, frame: Frame | null): Value | undefined {
    for (let at = frame; at; at = at.outer) {
      if ('name' in at) {
        if (at.name === name) return at.value;
      } else {
        const entry = entryOf(at.entries, name);
        if (entry !== undefined) return entry;
      }
    }
    return this.scope(name);
  }

  /** Takes `steps` from the budget. */
  charge(steps: number): void {
    this.steps += steps;
    if (this.steps > stepsMax) throw overBudget(`at most ${stepsMax} steps`);
  }

  text(value: string): string {
    if (value.length > stringLengthMax) throw overBudget(`strings of at most ${stringLengthMax} characters`);
    this.charge(1 + (value.length >> 5));
    return value;
  }

  list(value: readonly Value[]): readonly Value[] {
    if (value.length > listLengthMax) throw overBudget(`lists of at most ${listLengthMax} elements`);
    this.charge(1 + value.length);
    return value;
  }
}

export const overBudget = (limit: string): Stop =>
  new Stop({ code: 'budget', message: `Expected an expression that needs ${limit}` });
