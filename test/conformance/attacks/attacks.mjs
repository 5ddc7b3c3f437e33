import { evaluate } from '@wuqing/expression';
import { dmnAttacks } from './dmn-attacks.mjs';
import { feelAttacks } from './feel-attacks.mjs';
import { file, line, script } from './drawn.mjs';
import { readingAttacks } from './reading-attacks.mjs';
import { runningAttacks } from './running-attacks.mjs';

const context = { now: Date.UTC(2026, 7, 24, 4), timeZone: 'Asia/Shanghai', hostFunctions: {} };

/**
 * Every attack: `{ name, expected, ask(door) }`. `ask` promises the answer, which must begin as `expected` says; the
 * door has `read`, a `DefinitionReader`'s, `run`, which promises what became of a case of a compiled process, and `decide`,
 * which promises what became of a decision file.
 */
export const attacks = [
  ...readingAttacks.map(([name, text, expected]) => attack(name, text, expected, async () => 'taken')),
  ...runningAttacks.map(([name, text, expected]) =>
    attack(name, text, expected, ({ run }, process) => run(process)),
  ),
  ...dmnAttacks.map(([name, text, expected]) => ({
    name: `DMN: ${name}`,
    expected,
    ask: ({ decide }) => decide(text),
  })),
  ...feelAttacks.map(([name, text, expected]) =>
    attack(`FEEL: ${name}`, file(line(script('t', `=${text}`), 't')), expected, async (_door, process) =>
      valueOf(process.nodes.t.expression.ast),
    ),
  ),
];

export const isExpected = (answer, expected) => new RegExp(`^(?:${expected})`, 's').test(answer);

/** Publication first; only what it takes is run. */
function attack(name, text, expected, then) {
  const ask = async (door) => {
    const read = await door.read(text);
    return read.ok ? then(door, read.value.process) : refusalOf(read.error);
  };
  return { name, expected, ask };
}

function refusalOf({ reason, problems }) {
  if (reason === 'busy') return 'busy';
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  return `refused: ${[...new Set(errors)].join(', ')}`;
}

function valueOf(ast) {
  const result = evaluate(ast, () => undefined, context);
  if (!result.ok) return `error: ${result.error.code}`;
  return `value: ${(JSON.stringify(result.value) ?? 'nothing').slice(0, 40)}`;
}
