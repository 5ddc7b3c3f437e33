import { ioMapping } from './io-mapping.rule.js';
import { node, testRule } from '../drawing.fixture.js';

const mapped = (row: string): string => node('userTask', 'u', `<zeebe:ioMapping>${row}</zeebe:ioMapping>`);

testRule(ioMapping, {
  valid: {
    'what a gateway decides by': node(
      'exclusiveGateway',
      'u',
      '<zeebe:ioMapping><zeebe:input source="=a.b" target="c"/></zeebe:ioMapping>',
    ),
    'events, which have results': ['startEvent', 'endEvent', 'intermediateThrowEvent']
      .map((type) =>
        node(type, type, '<zeebe:ioMapping><zeebe:output source="=a" target="c"/></zeebe:ioMapping>'),
      )
      .join(''),
    rows: mapped('<zeebe:input source="= a.b" target="c"/><zeebe:output source="constant" target="票数"/>'),
  },
  invalid: {
    'no source': [mapped('<zeebe:input target="c"/>'), ['u', '没有来源']],
    'no target': [mapped('<zeebe:input source="= a"/>'), ['u', '目标「」不合规']],
    ...Object.fromEntries(
      ['exclusiveGateway', 'inclusiveGateway', 'parallelGateway', 'eventBasedGateway'].map((type) => [
        `the output of ${type}`,
        [
          node(type, 'u', '<zeebe:ioMapping><zeebe:output source="=a" target="c"/></zeebe:ioMapping>'),
          ['u', '写了输出，网关没有结果可以输出'],
        ] as const,
      ]),
    ),
    ...Object.fromEntries(
      ['parallelGateway', 'eventBasedGateway'].map((type) => [
        `the input of ${type}`,
        [
          node(type, 'u', '<zeebe:ioMapping><zeebe:input source="=a" target="c"/></zeebe:ioMapping>'),
          ['u', '写了输入，这种网关不判定条件'],
        ] as const,
      ]),
    ),
    'a nested target': [mapped('<zeebe:output source="= a" target="b.c"/>'), ['u', '目标「b.c」不合规']],
  },
});
