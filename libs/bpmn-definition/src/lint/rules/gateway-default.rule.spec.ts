import { gatewayDefault } from './gateway-default.rule.js';
import { drawing, end, findingsOf, flow, node } from '../drawing.fixture.js';

const gateway = (attributes: string, ...flows: string[]): string =>
  drawing(node('exclusiveGateway', 'g', '', '', attributes) + end + node('endEvent', 'x') + flows.join(''));

describe('gateway-default', () => {
  it.each([
    ['a default flow', gateway('default="g-x"', flow('g', 'e', '= a'), flow('g', 'x'))],
    ['a condition that always holds', gateway('', flow('g', 'e', '= a'), flow('g', 'x', '= true'))],
    ['a joining gateway', gateway('', flow('g', 'e'))],
  ])('accepts %s', async (_title, xml) => expect(await findingsOf(gatewayDefault, xml)).toEqual([]));

  it('warns where no condition may hold', async () => {
    const xml = gateway('', flow('g', 'e', '= a'), flow('g', 'x', '= b'));
    expect(await findingsOf(gatewayDefault, xml)).toEqual([
      expect.stringMatching(/^g warning: 「g」没有默认连线/),
    ]);
  });
});
