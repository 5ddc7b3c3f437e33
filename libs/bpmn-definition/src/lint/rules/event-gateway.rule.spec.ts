import { eventGateway } from './event-gateway.rule.js';
import { flow, node, testRule } from '../drawing.fixture.js';

const gateway = (attributes = ''): string => node('eventBasedGateway', 'g', '', '', attributes);
const timer = node('intermediateCatchEvent', 't', '', '<bpmn:timerEventDefinition/>');
const receive = node('receiveTask', 'r');
const both = timer + receive + flow('g', 't') + flow('g', 'r');

testRule(eventGateway, {
  valid: {
    'two events': gateway() + both,
    'that start a process': gateway('instantiate="true" eventGatewayType="Parallel"') + both,
  },
  invalid: {
    'one event': [gateway() + timer + flow('g', 't'), ['g', '至少两个事件']],
    'a step that does not wait': [
      gateway() + timer + node('userTask', 'u') + flow('g', 't') + flow('g', 'u'),
      ['g', '请改动「u」'],
    ],
    'a link': [
      gateway() +
        timer +
        node('intermediateCatchEvent', 'l', '', '<bpmn:linkEventDefinition/>') +
        flow('g', 't') +
        flow('g', 'l'),
      ['g', '请改动「l」'],
    ],
    'an event that is reached from elsewhere': [
      gateway() + both + node('task', 'u') + flow('u', 't'),
      ['g', '「t」在事件网关之后'],
    ],
    'a receive task with a boundary event': [
      gateway() + both + node('boundaryEvent', 'b', '', '', 'attachedToRef="r"'),
      ['g', '「r」在事件网关之后，不能有边界事件'],
    ],
    'a start that is reached': [
      gateway('instantiate="true"') + both + node('task', 'u') + flow('u', 'g'),
      ['g', '不能有连线指向它'],
    ],
    'a parallel one in the middle': [gateway('eventGatewayType="Parallel"') + both, ['g', '不能是并行的']],
  },
});
