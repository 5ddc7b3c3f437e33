import type { DeclaredPayload } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import { Problem } from '../http/problem.js';
import { requirePayload } from './require-payload.js';

const payload: DeclaredPayload = {
  fields: [
    { name: 'text', variable: 'said', title: '内容', type: 'text' },
    { name: 'more', variable: 'more', title: '其他', type: 'json', required: true },
  ],
};

const refusedOf = (values: JsonObject, declared: DeclaredPayload | undefined = payload): unknown => {
  try {
    return requirePayload(declared, values);
  } catch (error) {
    return (error as Problem).extensions.errors?.map(({ path }) => path);
  }
};

describe('what a client sends with a message', () => {
  it('is taken as it is declared, whatever lies inside', () => {
    const values = { text: 'a', more: { b: null } };
    expect(refusedOf(values)).toBe(values);
    expect(refusedOf({ more: [null] })).toEqual({ more: [null] });
  });

  it.each<[JsonObject, string[]]>([
    [{ text: null, more: 1 }, ['/variables/text']],
    [{ text: null }, ['/variables/more', '/variables/text']],
    [{ more: null }, ['/variables/more']],
    [{ text: 'a', more: 1, other: null }, ['/variables/other']],
  ])('%j is refused at %j, each once', (values, paths) => expect(refusedOf(values)).toEqual(paths));

  it('is nothing where nothing is declared', () => {
    const nothing = () => requirePayload(undefined, { text: null });
    expect(nothing).toThrow(Problem);
    expect(requirePayload(undefined, {})).toEqual({});
  });
});
