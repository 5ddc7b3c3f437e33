import { ExpressionCompiler } from '../compile/expression-compiler.js';
import type { Problem } from '../problem.js';
import { drawingRules, extensionRule, limitRules } from './all-rules.js';
import { drawing, end, flow, modelOf, node, start } from './drawing.fixture.js';
import { elementLines } from './element-lines.js';
import { lint, problemsMax } from './lint.js';

const ask = async (xml: string): Promise<Problem[]> =>
  lint(await modelOf(xml), { expressions: new ExpressionCompiler([]), extensions: {} });

describe('lint', () => {
  it('finds nothing in a sound drawing', async () => {
    expect(await ask(drawing(start + node('task', 'u') + end + flow('s', 'u') + flow('u', 'e')))).toEqual([]);
  });

  it('gives every rule a name of its own', () => {
    const names = [...limitRules, ...drawingRules, extensionRule].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('asks nothing else beyond the limits', async () => {
    const problems = await ask(drawing('<bpmn:userTask/>'.repeat(2_001)));
    expect(problems.map(({ rule }) => rule)).toEqual(['element-count']);
  });

  it('stops counting at some point', async () => {
    expect(await ask(drawing('<bpmn:userTask/>'.repeat(1_000)))).toHaveLength(problemsMax);
  });
});

it('elementLines finds the first line of each id', () => {
  const lines = elementLines('<a id="x"\n  b="1" id = \'y\'/>\n\n<c grid="z" id="x"/><d id="w"/>');
  expect([...lines]).toEqual([
    ['x', 1],
    ['y', 2],
    ['w', 4],
  ]);
});
