import { around, drawing, node } from '../lint/drawing.fixture.js';
import { compile } from './compile.js';

const compiled = async (middle: string) => {
  const result = await compile(drawing(around(middle)), { hostFunctionNames: [] });
  return result.ok ? result.value.process : result.error;
};

describe('activities as they are drawn', () => {
  it('a multi-instance with all that zeebe says about it', async () => {
    const loop = node(
      'multiInstanceLoopCharacteristics',
      'l',
      '<zeebe:loopCharacteristics inputCollection="=members" inputElement="m" outputCollection="votes" outputElement="=vote"/>',
      '<bpmn:completionCondition>=numberOfCompletedInstances &gt; 2</bpmn:completionCondition>',
      'isSequential="true"',
    );
    expect(await compiled(node('manualTask', 'u', '', loop))).toMatchObject({
      nodes: {
        u: {
          type: 'task',
          loop: {
            kind: 'multiInstance',
            isSequential: true,
            inputCollection: { source: 'members' },
            inputElement: 'm',
            outputCollection: 'votes',
            outputElement: { source: 'vote' },
            completionCondition: { source: 'numberOfCompletedInstances > 2' },
          },
        },
      },
      reads: ['members', 'numberOfCompletedInstances', 'vote'],
    });
  });

  it('a standard loop', async () => {
    const loop = node(
      'standardLoopCharacteristics',
      'l',
      '',
      '<bpmn:loopCondition>=n &lt; 3</bpmn:loopCondition>',
      'loopMaximum="5" testBefore="true"',
    );
    expect(await compiled(node('manualTask', 'u', '', loop))).toMatchObject({
      nodes: {
        u: { loop: { kind: 'standard', testBefore: true, maximum: 5, condition: { source: 'n < 3' } } },
      },
    });
  });

  it('an ad-hoc sub-process, whose activities need no flow', async () => {
    const inside = node('manualTask', 'a') + node('manualTask', 'b');
    const condition = '<bpmn:completionCondition>=done</bpmn:completionCondition>';
    const adHoc = node(
      'adHocSubProcess',
      'u',
      '<zeebe:adHoc activeElementsCollection="=todo"/>',
      inside + condition,
      'ordering="Sequential" cancelRemainingInstances="false"',
    );
    expect(await compiled(adHoc)).toMatchObject({
      children: { u: ['a', 'b'] },
      nodes: {
        u: {
          type: 'subProcess',
          adHoc: {
            ordering: 'sequential',
            activeElements: { source: 'todo' },
            completionCondition: { source: 'done' },
            cancelRemaining: false,
          },
        },
      },
      reads: ['done', 'todo'],
    });
  });

  it('a call with its binding, and a decision', async () => {
    const called =
      '<zeebe:calledElement processId="k" bindingType="versionTag" versionTag="v1" propagateAllChildVariables="false"/>';
    expect(await compiled(node('callActivity', 'u', called))).toMatchObject({
      nodes: {
        u: { calledProcess: 'k', binding: 'versionTag', versionTag: 'v1', propagateAllChildVariables: false },
      },
    });
    const decision =
      '<zeebe:calledDecision decisionId="fee" resultVariable="amount" bindingType="deployment"/>';
    expect(await compiled(node('businessRuleTask', 'u', decision))).toMatchObject({
      nodes: { u: { decision: { decisionId: 'fee', resultVariable: 'amount', binding: 'deployment' } } },
    });
  });
});
