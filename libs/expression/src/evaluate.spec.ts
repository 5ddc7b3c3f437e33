import { instantOf, type Json, type JsonObject } from '@wuqing/kernel';
import type { Ast } from './ast.js';
import { evaluate, type HostFunctions } from './evaluate.js';
import type { StoredAst } from './stored-ast.js';

const literal = (value: null | boolean | number | string): Ast => ({ type: 'literal', value });
const name = (text: string): Ast => ({ type: 'name', name: text });
const call = (text: string, ...args: Ast[]): Ast => ({ type: 'call', function: text, arguments: args });
const range = (low: number, high: number): Ast => ({
  type: 'range',
  low: literal(low),
  high: literal(high),
  lowIncluded: true,
  highIncluded: true,
});

function ask(ast: StoredAst, scope: JsonObject = {}, hostFunctions: HostFunctions = {}) {
  const context = { now: instantOf('2026-08-23T18:30:00Z'), timeZone: 'Asia/Shanghai', hostFunctions };
  return evaluate(ast, (text) => scope[text], context);
}

const valueOf = (ast: Ast, scope: JsonObject = {}): Json | undefined => {
  const result = ask(ast, scope);
  return result.ok ? result.value : undefined;
};

describe('names', () => {
  it('are null where nobody binds them', () => expect(valueOf(name('missing'))).toBeNull());

  it.each(['constructor', '__proto__', 'toString'])('%s reaches no prototype', (text) => {
    expect(valueOf({ type: 'path', of: name('case'), name: text }, { case: {} })).toBeNull();
    expect(ask(call(text))).toMatchObject({ ok: false, error: { code: 'unknown-function' } });
    expect(ask({ type: text })).toMatchObject({
      ok: false,
      error: { code: 'unknown-node' },
    });
  });

  it('keep an entry called __proto__ an entry', () => {
    const context: Ast = { type: 'context', entries: [{ key: '__proto__', value: literal(1) }] };
    expect(JSON.stringify(valueOf(context))).toBe('{"__proto__":1}');
  });
});

describe('time', () => {
  it('comes from the context, in its zone', () => {
    expect(valueOf(call('now'))).toBe('2026-08-24T02:30:00+08:00');
    expect(valueOf(call('today'))).toBe('2026-08-24');
  });

  it('compares a date text once it is wrapped', () => {
    const compared: Ast = {
      type: 'compare',
      operator: '<=',
      left: call('date', name('due')),
      right: call('today'),
    };
    expect(valueOf(compared, { due: '2026-08-24' })).toBe(true);
    expect(valueOf(compared, { due: '2026-08-25' })).toBe(false);
    expect(valueOf(compared, { due: 'soon' })).toBeNull();
  });

  it('leaves local date-times with the offset of the zone', () => {
    expect(valueOf(call('date and time', literal('2026-08-24T09:00:00')))).toBe('2026-08-24T09:00:00+08:00');
  });

  it.each([
    ['America/New_York', '2026-01-15T09:00:00', '2026-01-15T09:00:00-05:00'],
    ['America/New_York', '2026-07-15T09:00:00', '2026-07-15T09:00:00-04:00'],
    ['Asia/Kolkata', '2026-07-15T09:00:00', '2026-07-15T09:00:00+05:30'],
    ['UTC', '2026-07-15T09:00:00', '2026-07-15T09:00:00Z'],
  ])('knows the clocks of %s', (timeZone, local, zoned) => {
    const ast = call('date and time', literal(local)) as JsonObject;
    expect(
      evaluate(ast, () => undefined, { now: instantOf('2026-01-01T00:00:00Z'), timeZone, hostFunctions: {} }),
    ).toEqual({
      ok: true,
      value: zoned,
    });
  });
});

describe('functions of the host', () => {
  const seen: (readonly Json[])[] = [];
  const hostFunctions: HostFunctions = {
    'add working days': (...args) => {
      seen.push(args);
      return '2026-08-31';
    },
  };

  it('are called by name with JSON, dates as texts, and answer JSON', () => {
    const ast = call('add working days', call('date', literal('2026-08-24')), {
      type: 'list',
      items: [literal(5)],
    });
    expect(ask(ast, {}, hostFunctions)).toEqual({ ok: true, value: '2026-08-31' });
    expect(seen).toEqual([['2026-08-24', [5]]]);
  });

  it('that are not there are an error, not null', () => {
    expect(ask(call('add days'), {}, hostFunctions)).toEqual({
      ok: false,
      error: { code: 'unknown-function', message: 'Expected a known function, found "add days"' },
    });
  });

  it('that fail are bugs and are not caught', () => {
    const failing = { fail: (): Json => JSON.parse('{') as Json };
    expect(() => ask(call('fail'), {}, failing)).toThrow(/JSON/);
  });
});

describe('the budget', () => {
  const loop = (over: Ast, result: Ast): Ast => ({
    type: 'for',
    iterators: [{ name: 'x', in: over }],
    result,
  });
  const doubled = (depth: number): Ast => {
    const entries = Array.from({ length: depth }, (_none, at) => ({
      key: `k${at}`,
      value:
        at === 0
          ? literal('a')
          : ({ type: 'list', items: [name(`k${at - 1}`), name(`k${at - 1}`)] } satisfies Ast),
    }));
    return { type: 'path', of: { type: 'context', entries }, name: `k${depth - 1}` };
  };
  const grown = (times: number): Ast =>
    times === 0
      ? literal('0123456789')
      : {
          type: 'path',
          of: {
            type: 'context',
            entries: [
              { key: 'a', value: grown(times - 1) },
              { key: 'b', value: { type: 'arithmetic', operator: '+', left: name('a'), right: name('a') } },
            ],
          },
          name: 'b',
        };
  const nested = (depth: number): Ast => {
    // In a loop: the stack that a depth needs differs between Node lines, and the budget is what is tested.
    let ast: Ast = literal(1);
    for (let level = 0; level < depth; level += 1) ast = { type: 'negate', value: ast };
    return ast;
  };

  it.each<[string, Ast]>([
    ['a long count', loop(range(1, 1e9), name('x'))],
    [
      'a long search',
      { type: 'some', iterators: [{ name: 'x', in: range(1, 1e15) }], condition: literal(false) },
    ],
    ['loops in loops', loop(range(1, 5_000), loop(range(1, 5_000), literal(1)))],
    ['a value that is small in memory and huge as JSON', doubled(40)],
    ['the text of such a value', call('string', doubled(40))],
    [
      'a comparison of such values',
      { type: 'compare', operator: '=', left: doubled(40), right: doubled(40) },
    ],
    ['such a value flattened', call('flatten', doubled(40))],
    ['a text that doubles', grown(20)],
    ['a deep expression', nested(10_000)],
  ])('ends %s', (_title, ast) => expect(ask(ast)).toMatchObject({ ok: false, error: { code: 'budget' } }));

  it('ends distinct values of a long list', () => {
    const list = Array.from({ length: 9_000 }, (_none, at) => ({ at }));
    expect(ask(call('distinct values', name('list')), { list })).toMatchObject({
      ok: false,
      error: { code: 'budget' },
    });
  });

  it('is enough for the roll of a large village', () => {
    const roll = Array.from({ length: 5_000 }, (_none, at) => ({ household: at, present: at % 3 > 0 }));
    const present: Ast = {
      type: 'filter',
      of: name('roll'),
      condition: { type: 'compare', operator: '=', left: name('present'), right: literal(true) },
    };
    expect(valueOf(call('count', present), { roll })).toBe(3333);
  });
});

describe('values without JSON', () => {
  it.each<[string, Ast]>([
    ['a range', range(1, 2)],
    ['a function', { type: 'lambda', parameters: ['a'], body: name('a') }],
  ])('%s leaves as null', (_title, ast) => expect(valueOf(ast)).toBeNull());
});
