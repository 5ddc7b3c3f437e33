import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../compile/compile.js';
import { brokenIn, el, file, flow, line, process } from './standard.fixture.js';
import { standardRules } from './standard-problems.js';

describe('the constraints of BPMN', () => {
  const names = standardRules.map(({ constraint }) => constraint);

  it('have a name each', () => expect(new Set(names).size).toBe(names.length));

  it('have a file each that keeps them and one that breaks them', () => {
    const specs = readdirSync(import.meta.dirname)
      .filter((name) => name.endsWith('-rules.spec.ts'))
      .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
      .join('');
    expect(names.filter((name) => !specs.includes(`'${name}': {`))).toEqual([]);
  });
});

describe('checkStandard', () => {
  it('knows nothing of what is executed', async () =>
    expect(
      await brokenIn(
        process(line(el('complexGateway', 't') + el('task', 'u') + flow('t', 'u') + flow('u', 'e'), 't')),
      ),
    ).toEqual([]));

  it('looks at every process and pool', async () => {
    const other = el('process', 'other', el('startEvent', 'x') + el('endEvent', 'y') + flow('x', 'y'));
    expect(await brokenIn(file(other.replace(flow('x', 'y'), flow('x', 'y') + flow('y', 'x'))))).toEqual([
      'EXT.096 x',
      'EXT.104 y',
    ]);
  });

  it('says what the schema refuses', async () =>
    expect(
      await brokenIn(
        process(line(el('task', 't') + '<nonsense/>', 't') + flow('t', 'gone') + el('textAnnotation', 't')),
      ),
    ).toEqual(['dangling-reference t-gone', 'known-word p', 'unique-id t']));

  it('accepts types of another schema', async () =>
    expect(await brokenIn(file('<signal id="g" structureRef="String"/>'))).toEqual([]));
});

describe('publication', () => {
  const problemsOf = async (xml: string): Promise<string[]> => {
    const compiled = await compile(xml, { hostFunctionNames: [] });
    return compiled.ok ? [] : compiled.error.map(({ rule, constraint }) => constraint ?? rule);
  };

  it('refuses by name what BPMN does not allow', async () =>
    expect(
      await problemsOf(process(line(el('exclusiveGateway', 't', '', 'gatewayDirection="Mixed"'), 't'))),
    ).toEqual(['EXT.019']));

  it('does not say twice what a rule of ours has said', async () =>
    expect(await problemsOf(process(line('') + el('task', 'u') + flow('u', 'e')))).toEqual([
      'reachable-node',
    ]));
});
