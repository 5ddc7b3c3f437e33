import { extension } from './extension.rule.js';
import type { ExtensionElement, FlowNode } from '@wuqing/bpmn-model';
import { drawing, findingsOf, node } from '../drawing.fixture.js';

const xml = drawing(
  '<bpmn:extensionElements><wq:unconfirmed item="x"/></bpmn:extensionElements>' +
    node('userTask', 'u', '<wq:serviceLevel term="5X" from="= day"/><wq:unowned/>'),
);

describe('extension', () => {
  it('asks the owner of each element and reports its sentences', async () => {
    const asked: (readonly [ExtensionElement, FlowNode | undefined])[] = [];
    const checker = (element: ExtensionElement, flowNode: FlowNode | undefined): string[] => {
      asked.push([element, flowNode]);
      return element.attributes.term === '5X' ? ['期限写法不对。'] : [];
    };
    const findings = await findingsOf(extension, xml, { serviceLevel: checker, unconfirmed: checker });
    expect(findings).toEqual(['u error: 期限写法不对。']);
    expect(asked.map(([element, flowNode]) => [element.name, flowNode?.type])).toEqual([
      ['unconfirmed', undefined],
      ['serviceLevel', 'userTask'],
    ]);
    expect(asked[1]?.[0].expressions).toEqual({
      from: { source: 'day', ast: { type: 'name', name: 'day' } },
    });
  });

  it('asks nobody about names without owner', async () =>
    expect(await findingsOf(extension, xml)).toEqual([]));
});
