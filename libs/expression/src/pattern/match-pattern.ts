import type { PatternProgram } from './pattern-program.js';

/** Places of a match: start and end of the whole, then of each group; -1 where a group took no part. */
export type Captures = readonly number[];

interface Thread {
  readonly at: number;
  readonly captures: Captures;
}

/**
 * The first match at or behind `start`, the one that a backtracking machine would find, in time of at most the length
 * of the text times that of the program. `charge` is told the work, a unit being about 50 ns.
 */
export function findMatch(
  program: PatternProgram,
  text: readonly string[],
  start: number,
  charge: (steps: number) => void,
): Captures | null {
  const walk = new Walk(program, text);
  charge(4 + (program.instructions.length >> 4));
  for (let place = start; place <= text.length; place++) {
    walk.begin(place);
    if (walk.over) break;
    charge(1 + (walk.visited >> 2));
    walk.step(place);
  }
  return walk.found;
}

/** All ways at once: the threads that stand at one place of the text, the preferred first. */
class Walk {
  found: Captures | null = null;
  visited = 0;
  private threads: Thread[] = [];
  private readonly seen: Int32Array;
  private readonly none: Captures;

  constructor(
    private readonly program: PatternProgram,
    private readonly text: readonly string[],
  ) {
    this.seen = new Int32Array(program.instructions.length).fill(-1);
    this.none = new Array<number>(program.slots).fill(-1);
  }

  /** A match stands and no thread could give a better one. */
  get over(): boolean {
    return this.found !== null && this.threads.length === 0;
  }

  /** A match may begin here too, unless one stands that began further left. */
  begin(place: number): void {
    if (!this.found) this.follow(this.threads, { at: 0, captures: this.none }, place);
  }

  /** Takes the character at `place`; a thread that matches cuts off those of less preference. */
  step(place: number): void {
    this.visited = 0;
    const character = this.text[place];
    const next: Thread[] = [];
    for (const { at, captures } of this.threads) {
      const instruction = this.program.instructions[at];
      if (instruction?.do === 'match') {
        this.found = captures;
        break;
      }
      if (instruction?.do === 'accept' && character !== undefined && instruction.accepts(character))
        this.follow(next, { at: at + 1, captures }, place + 1);
    }
    this.threads = next;
  }

  /** Adds the thread, and those that it becomes without a character, in order of preference, each place once. */
  private follow(list: Thread[], from: Thread, place: number): void {
    const open: Thread[] = [from];
    for (let thread = open.pop(); thread; thread = open.pop()) {
      const { at, captures } = thread;
      this.visited++;
      if (this.seen[at] === place) continue;
      this.seen[at] = place;
      const instruction = this.program.instructions[at];
      if (instruction?.do === 'jump') open.push({ at: instruction.to, captures });
      else if (instruction?.do === 'fork')
        open.push({ at: instruction.second, captures }, { at: instruction.first, captures });
      else if (instruction?.do === 'save')
        open.push({ at: at + 1, captures: saved(captures, instruction.slot, place) });
      else if (instruction?.do !== 'assert') list.push(thread);
      else if (instruction.holds(this.text[place - 1], this.text[place])) open.push({ at: at + 1, captures });
    }
  }
}

function saved(captures: Captures, slot: number, place: number): Captures {
  const copy = captures.slice();
  copy[slot] = place;
  return copy;
}
