import { cancelEvent } from './cancel-event.rule.js';
import { node, testRule } from '../drawing.fixture.js';

const cancel = '<bpmn:cancelEventDefinition/>';
const inside = node('endEvent', 'x', '', cancel);
const boundary = (id: string, host: string): string =>
  node('boundaryEvent', id, '', cancel, `attachedToRef="${host}"`);

testRule(cancelEvent, {
  valid: {
    'a transaction that is given up': node('transaction', 't', '', inside) + boundary('b', 't'),
    'a transaction without cancel': node('transaction', 't'),
  },
  invalid: {
    'a cancel end event outside a transaction': [inside, ['x', '只能直接放在事务子流程里']],
    'one in a sub-process of a transaction': [
      node('transaction', 't', '', node('subProcess', 'v', '', inside)) + boundary('b', 't'),
      ['x', '只能直接放在事务子流程里'],
    ],
    'a transaction that does not say what follows': [
      node('transaction', 't', '', inside),
      ['x', '请在其边上放一个取消边界事件'],
    ],
    'a cancel boundary event on another step': [
      node('subProcess', 't') + boundary('b', 't'),
      ['b', '只能放在事务子流程上'],
    ],
    'two cancel boundary events': [
      node('transaction', 't') + boundary('b', 't') + boundary('c', 't'),
      ['b', '只能有一个'],
      ['c', '只能有一个'],
    ],
  },
});
