import { nestingDepth } from './nesting-depth.rule.js';
import { node, testRule } from '../drawing.fixture.js';

const nested = (depth: number): string =>
  depth === 0 ? '' : node('subProcess', `v${depth}`, '', nested(depth - 1));
const extended = (depth: number): string =>
  node('task', 'u', `${'<wq:a>'.repeat(depth)}${'</wq:a>'.repeat(depth)}`);

testRule(nestingDepth, {
  valid: { 'twenty sub-processes': nested(20), 'twenty extension elements': extended(20) },
  invalid: {
    'one sub-process more': [nested(21), ['v1', '嵌套超过 20 层']],
    'one extension element more': [extended(22), ['u', '减少子流程或扩展元素的层数']],
  },
});
