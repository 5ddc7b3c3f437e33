import { flowCondition } from './flow-condition.rule.js';
import { end, flow, node, start, testRule } from '../drawing.fixture.js';

const gateway = (attributes = ''): string =>
  start + node('exclusiveGateway', 'g', '', '', attributes) + end + node('endEvent', 'x');

testRule(flowCondition, {
  valid: {
    'a default and a condition': gateway('default="g-e"') + flow('g', 'e') + flow('g', 'x', '= a'),
    'two conditions': gateway() + flow('g', 'e', '= a') + flow('g', 'x', '= b'),
    'one way on needs none': gateway() + flow('g', 'e'),
    'a default flow of a step':
      node('task', 'u', '', '', 'default="u-e"') + end + flow('u', 'e') + flow('u', 'x', '= a'),
    'a condition after a step': node('task', 'u') + end + flow('u', 'e', '= a'),
  },
  invalid: {
    'a branch without condition': [gateway() + flow('g', 'e', '= a') + flow('g', 'x'), ['g-x', '没有条件']],
    'a default flow with condition': [
      gateway('default="g-e"') + flow('g', 'e', '= a') + flow('g', 'x', '= b'),
      ['g-e', '默认连线不能再写条件'],
    ],
    'a default flow of somebody else': [
      gateway('default="s-g"') + flow('s', 'g') + flow('g', 'e', '= a') + flow('g', 'x', '= b'),
      ['g', '不从它出发'],
    ],
    'a default flow of a step with condition': [
      node('task', 'u', '', '', 'default="u-e"') + end + flow('u', 'e', '= a'),
      ['u-e', '默认连线不能再写条件'],
    ],
    'an empty condition': [gateway() + flow('g', 'e', ' ') + flow('g', 'x', '= b'), ['g-e', '条件是空的']],
    'a condition after a start': [start + end + flow('s', 'e', '= a'), ['s-e', '请先画一个排他网关']],
    'a condition after a parallel gateway': [
      node('parallelGateway', 'g') + end + flow('g', 'e', '= a'),
      ['g-e', '不能写条件'],
    ],
  },
});
