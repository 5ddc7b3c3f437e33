import { ioMapping } from './io-mapping.rule.js';
import { node, testRule } from '../drawing.fixture.js';

const mapped = (row: string): string => node('userTask', 'u', `<zeebe:ioMapping>${row}</zeebe:ioMapping>`);

testRule(ioMapping, {
  valid: {
    rows: mapped('<zeebe:input source="= a.b" target="c"/><zeebe:output source="constant" target="票数"/>'),
  },
  invalid: {
    'no source': [mapped('<zeebe:input target="c"/>'), ['u', '没有来源']],
    'no target': [mapped('<zeebe:input source="= a"/>'), ['u', '目标「」不合规']],
    'a nested target': [mapped('<zeebe:output source="= a" target="b.c"/>'), ['u', '目标「b.c」不合规']],
  },
});
