import type { Ast, Iterator } from '@wuqing/expression';
import { shortened } from '../sentence.js';
import { refuse } from './expression-refusal.js';
import { knownName } from './known-name.js';
import { boundName } from './read-name.js';
import type { Reader } from './reader.js';

/** `for x in a, y in b return c` */
export function readFor(reader: Reader): Ast {
  const { from } = reader.expect('for');
  return iterating(reader, 'return', (iterators) => {
    const names = [knownName('partial', false)];
    const result = reader.knowing(names, () => reader.expression());
    return reader.made({ type: 'for', iterators, result }, from);
  });
}

/** `some x in a satisfies b` and `every …` */
export function readQuantified(reader: Reader): Ast {
  const { from, text } = reader.take();
  return iterating(reader, 'satisfies', (iterators) =>
    reader.made(
      { type: text === 'every' ? 'every' : 'some', iterators, condition: reader.expression() },
      from,
    ),
  );
}

/** Reads iterators, each of which sees the names of those before it, then what they are for. */
function iterating(reader: Reader, word: 'return' | 'satisfies', then: (iterators: Iterator[]) => Ast): Ast {
  const iterators: Iterator[] = [];
  const next = (): Ast => {
    const name = boundName(reader, ['in', 'return', 'satisfies']);
    reader.expect('in', '请写成「名称 in 列表」。');
    iterators.push({ name, in: readSource(reader) });
    return reader.knowing([knownName(name, true)], () => {
      if (reader.accepts(',')) return next();
      reader.expect(word);
      return then(iterators);
    });
  };
  return next();
}

/** A list, or two numbers or days with `..` between them. */
function readSource(reader: Reader): Ast {
  const { from } = reader.peek();
  const low = reader.expression();
  if (reader.accepts('..')) {
    const high = reader.arithmetic();
    return reader.made(
      { type: 'range', low, high, lowIncluded: true, highIncluded: true, bounded: true },
      from,
    );
  }
  if (low.type === 'in' && !reader.bracketed.has(low))
    throw refuse(
      { from },
      `「${shortened(reader.source.slice(from, reader.peek().from).trim())}」读作比较，不是列表。若是一个名称，请加反引号。`,
    );
  return low;
}
