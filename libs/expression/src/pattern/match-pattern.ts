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
  { instructions, slots }: PatternProgram,
  text: readonly string[],
  start: number,
  charge: (steps: number) => void,
): Captures | null {
  const seen = new Int32Array(instructions.length).fill(-1);
  const none: Captures = new Array<number>(slots).fill(-1);
  let threads: Thread[] = [];
  let found: Captures | null = null;
  let visited = 0;
  charge(4 + (instructions.length >> 4));
  for (let place = start; place <= text.length; place++) {
    if (!found) follow(threads, { at: 0, captures: none }, place);
    if (found && threads.length === 0) break;
    charge(1 + (visited >> 2));
    visited = 0;
    const next: Thread[] = [];
    for (const { at, captures } of threads) {
      const instruction = instructions[at];
      if (instruction?.do === 'match') {
        found = captures;
        break;
      }
      const character = text[place];
      if (instruction?.do === 'accept' && character !== undefined && instruction.accepts(character))
        follow(next, { at: at + 1, captures }, place + 1);
    }
    threads = next;
  }
  return found;

  /** Adds the thread, and those that it becomes without a character, in order of preference, each place once. */
  function follow(list: Thread[], from: Thread, place: number): void {
    const open: Thread[] = [from];
    for (let thread = open.pop(); thread; thread = open.pop()) {
      const { at, captures } = thread;
      visited++;
      if (seen[at] === place) continue;
      seen[at] = place;
      const instruction = instructions[at];
      if (instruction?.do === 'jump') open.push({ at: instruction.to, captures });
      else if (instruction?.do === 'fork')
        open.push({ at: instruction.second, captures }, { at: instruction.first, captures });
      else if (instruction?.do === 'save')
        open.push({ at: at + 1, captures: saved(captures, instruction.slot, place) });
      else if (instruction?.do !== 'assert') list.push(thread);
      else if (instruction.holds(text[place - 1], text[place])) open.push({ at: at + 1, captures });
    }
  }
}

function saved(captures: Captures, slot: number, place: number): Captures {
  const copy = captures.slice();
  copy[slot] = place;
  return copy;
}
