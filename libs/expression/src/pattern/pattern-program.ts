import { parsePattern } from './parse-pattern.js';
import {
  PatternRefusal,
  type Accepts,
  type Assertion,
  type PatternFlags,
  type PatternNode,
} from './pattern-node.js';

/** Instructions of a machine that walks all ways at once (Thompson 1968, Pike's captures); `first` is preferred. */
export type Instruction =
  | { readonly do: 'accept'; readonly accepts: Accepts }
  | { readonly do: 'assert'; readonly holds: Assertion }
  | { do: 'fork'; first: number; second: number }
  | { do: 'jump'; to: number }
  | { readonly do: 'save'; readonly slot: number }
  | { readonly do: 'match' };

export interface PatternProgram {
  readonly instructions: readonly Instruction[];
  /** Two slots a group, group 0 being the whole match. */
  readonly slots: number;
}

/** Each counts for every character of the text: this times the length bounds the work. */
export const instructionsMax = 2_000;
export const patternLengthMax = 1_000;

/** The program of a pattern, or the reason (English, "Expected …") why it is none. */
export function compilePattern(source: string, flags: string): PatternProgram | string {
  if (source.length > patternLengthMax) return `Expected a pattern of at most ${patternLengthMax} characters`;
  if (!/^[smix]*$/.test(flags)) return `Expected flags among s, m, i and x, found "${flags}"`;
  try {
    const { node, groups } = parsePattern(source, flagsOf(flags));
    const instructions: Instruction[] = [];
    emit({ type: 'group', number: 0, inner: node }, instructions);
    add(instructions, { do: 'match' });
    return { instructions, slots: 2 * groups + 2 };
  } catch (refusal) {
    if (refusal instanceof PatternRefusal) return refusal.message;
    throw refusal;
  }
}

const flagsOf = (flags: string): PatternFlags => ({
  anyCase: flags.includes('i'),
  dotAll: flags.includes('s'),
  lines: flags.includes('m'),
  spaced: flags.includes('x'),
});

function add<T extends Instruction>(program: Instruction[], instruction: T): T {
  if (program.length >= instructionsMax)
    throw new PatternRefusal(`Expected a pattern of at most ${instructionsMax} steps`);
  program.push(instruction);
  return instruction;
}

function emit(node: PatternNode, program: Instruction[]): void {
  switch (node.type) {
    case 'character':
      add(program, { do: 'accept', accepts: node.accepts });
      return;
    case 'assertion':
      add(program, { do: 'assert', holds: node.holds });
      return;
    case 'sequence':
      for (const part of node.parts) emit(part, program);
      return;
    case 'choice':
      emitChoice(node.parts, program);
      return;
    case 'group':
      emitGroup(node.number, node.inner, program);
      return;
    case 'repeat':
      emitRepeat(node, program);
  }
}

function emitGroup(number: number | undefined, inner: PatternNode, program: Instruction[]): void {
  if (number !== undefined) add(program, { do: 'save', slot: 2 * number });
  emit(inner, program);
  if (number !== undefined) add(program, { do: 'save', slot: 2 * number + 1 });
}

function emitChoice(parts: readonly PatternNode[], program: Instruction[]): void {
  const jumps: { to: number }[] = [];
  parts.forEach((part, at) => {
    const last = at === parts.length - 1;
    const fork = last ? undefined : add(program, { do: 'fork', first: program.length + 1, second: 0 });
    emit(part, program);
    if (!last) jumps.push(add(program, { do: 'jump', to: 0 }));
    if (fork) fork.second = program.length;
  });
  for (const jump of jumps) jump.to = program.length;
}

function emitRepeat(node: PatternNode & { type: 'repeat' }, program: Instruction[]): void {
  const { inner, least, most, greedy } = node;
  for (let count = 0; count < least; count++) {
    const { length } = program;
    emit(inner, program);
    if (program.length === length) return;
  }
  if (most === Infinity) {
    const fork = addFork(program);
    emit(inner, program);
    add(program, { do: 'jump', to: fork.at });
    fork.leave(greedy);
    return;
  }
  const forks = Array.from({ length: most - least }, () => {
    const fork = addFork(program);
    emit(inner, program);
    return fork;
  });
  for (const fork of forks) fork.leave(greedy);
}

/** A fork into what follows it or, once that stands, behind it. */
function addFork(program: Instruction[]): { at: number; leave: (greedy: boolean) => void } {
  const at = program.length;
  const fork = add(program, { do: 'fork', first: at + 1, second: at + 1 });
  return {
    at,
    leave: (greedy) => {
      if (greedy) fork.second = program.length;
      else fork.first = program.length;
    },
  };
}
