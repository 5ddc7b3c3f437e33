import type { Json, JsonObject } from '@wuqing/kernel';
import fc from 'fast-check';
import { payloadProblems, readOfPayload, variablesOfPayload } from './check-payload.js';
import type { DeclaredPayload, PayloadField } from './declared-payload.js';

const of = (field: Omit<PayloadField, 'name' | 'variable' | 'title'>): DeclaredPayload => ({
  fields: [{ name: 'x', variable: 'said', title: '说明', ...field }],
});
const problemOf = (payload: DeclaredPayload | undefined, values: JsonObject): string =>
  payloadProblems(payload, values)
    .map(({ name, message }) => `${name}: ${message}`)
    .join();

describe('what a sender may say', () => {
  it.each<[string, Omit<PayloadField, 'name' | 'variable' | 'title'>, Json]>([
    ['a text', { type: 'text', maxLength: 3 }, '三个字'],
    ['one of several', { type: 'text', values: ['a', 'b'] }, 'b'],
    ['a number', { type: 'number', minimum: -1, maximum: 1 }, 0.5],
    ['a whole number', { type: 'integer' }, 3],
    ['yes or no', { type: 'boolean' }, false],
    ['a day', { type: 'date' }, '2028-02-29'],
    ['texts', { type: 'texts', maxItems: 2, maxLength: 1 }, ['a', 'b']],
    ['anything', { type: 'json' }, { a: [1, null] }],
    ['nothing', { type: 'integer' }, null],
  ])('is %s', (_title, field, value) => expect(problemOf(of(field), { x: value })).toBe(''));

  it.each<[string, Omit<PayloadField, 'name' | 'variable' | 'title'>, Json, string]>([
    ['a number for a text', { type: 'text' }, 3, '应为文字'],
    ['a long text', { type: 'text', maxLength: 3 }, '四个字呀', '不超过 3 字'],
    ['a text without bound of its own', { type: 'text' }, 'a'.repeat(2_001), '不超过 2000 字'],
    ['a text nothing can store', { type: 'text' }, 'a\u0000', '无法保存'],
    ['half a sign', { type: 'text' }, 'a\ud83d', '无法保存'],
    ['another value', { type: 'text', values: ['a', 'b'] }, 'c', '应为“a”“b”之一'],
    ['a text for a number', { type: 'number' }, '1', '应为数字'],
    ['a broken number', { type: 'integer' }, 1.5, '应为整数'],
    ['a number beyond counting', { type: 'integer' }, 1e300, '应为整数'],
    ['too little', { type: 'number', minimum: 0 }, -1, '不小于 0'],
    ['too much', { type: 'number', maximum: 0 }, 1, '不大于 0'],
    ['a text for yes', { type: 'boolean' }, 'true', '应为是或否'],
    ['a day that is none', { type: 'date' }, '2026-02-30', '应为日期'],
    ['a moment for a day', { type: 'date' }, '2026-02-03T00:00:00Z', '应为日期'],
    ['a text for texts', { type: 'texts' }, 'a', '应为一组文字'],
    ['too many', { type: 'texts', maxItems: 1 }, ['a', 'b'], '至多 1 项'],
    ['a number among texts', { type: 'texts' }, ['a', 1], '应为文字'],
    ['too much of anything', { type: 'json', maxLength: 10 }, { a: 'bbbbbbbb' }, '内容不超过 10 字'],
    ['nothing where it is asked for', { type: 'text', required: true }, null, '请填写说明。'],
  ])('is not %s', (_title, field, value, words) =>
    expect(problemOf(of(field), { x: value })).toContain(words),
  );

  it('is nothing where nothing is declared', () => {
    expect(problemOf(undefined, {})).toBe('');
    expect(problemOf(undefined, { openObjections: -1 })).toBe(
      'openObjections: “openObjections”不在规定可以提交的内容之内，请删去。',
    );
    expect(
      problemOf(of({ type: 'text' }), JSON.parse('{"__proto__": 1, "toString": 2}') as JsonObject),
    ).toMatch(/^__proto__: .*,toString: /);
  });

  it('is never a name that is not declared, whatever it is and however many', () => {
    const payload = of({ type: 'text' });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (values) => {
        const problems = payloadProblems(payload, values as JsonObject);
        const strange = Object.keys(values).filter((name) => name !== 'x');
        expect(problems.length).toBeGreaterThanOrEqual(Math.min(strange.length, 20));
        expect(problems.length).toBeLessThanOrEqual(20);
        if (problems.length === 0)
          expect(Object.keys(variablesOfPayload(payload, values as JsonObject))).toEqual(
            Object.hasOwn(values, 'x') ? ['said'] : [],
          );
      }),
    );
  });

  it('comes in under the name by which the process reads it, and only where it does', () => {
    const payload = of({ type: 'text' });
    expect(variablesOfPayload(payload, { x: 'a' })).toEqual({ said: 'a' });
    expect(readOfPayload(payload, { x: 'a' }, ['said'])).toEqual({ x: 'a' });
    expect(readOfPayload(payload, { x: 'a' }, ['x'])).toEqual({});
  });
});
