import type { ExecutableProcess, FlowNode } from '@wuqing/bpmn-model';
import { feel, type DrawnProcess } from '@wuqing/testing';
import { openForm } from '../harness/publish.js';

/** What every step of a drawn process may submit. */
export const form = openForm('random-answer', { again: 'boolean', n: 'integer' });

/** The decision that drawn processes ask. */
export const decisionXml = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="weighing" name="weighing" namespace="urn:test">
  <decision id="weigh" name="weigh"><variable id="weigh-out" name="weigh"/>
    <literalExpression id="weigh-text"><text>if n &gt; 3 then n - 2 else n + 1</text></literalExpression></decision>
</definitions>`;

/** The drawn process and those that it calls, with steps that the village clerk does and variables from its start on. */
export function staffed({ process, calledProcesses }: DrawnProcess): ExecutableProcess[] {
  return [process, ...Object.values(calledProcesses)].map((each) => ({
    ...each,
    nodes: Object.fromEntries(
      Object.entries(each.nodes).map(([id, node]) => [
        id,
        each === process ? begun(given(node)) : given(node),
      ]),
    ),
  }));
}

const given = (node: FlowNode): FlowNode =>
  node.type === 'userTask'
    ? { ...node, assignment: { candidateGroups: feel('"village-clerk"') }, formKey: form.key }
    : node;

const begun = (node: FlowNode): FlowNode =>
  node.id === 'start'
    ? {
        ...node,
        io: {
          inputs: [],
          outputs: [
            { target: 'n', source: feel('1') },
            { target: 'again', source: feel('false') },
          ],
        },
      }
    : node;
