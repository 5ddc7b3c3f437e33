import type { Problem } from '@wuqing/bpmn-definition';
import { extensionsNamed, type ExecutableProcess, type FlowNode } from '@wuqing/bpmn-model';

const RULE = 'checked-step';
const SHOWN_MAX = 80;

/** A step that checks (`wq:checks`) names user tasks of the process, and not itself. */
export const checkCheckedSteps = (process: ExecutableProcess): Problem[] =>
  Object.values(process.nodes).flatMap((node) =>
    extensionsNamed(node.extensions, 'checks').flatMap(({ attributes }) =>
      problemsOf(process, node, attributes['steps'] ?? '').map((message) => ({
        severity: 'error' as const,
        rule: RULE,
        elementId: node.id,
        message,
      })),
    ),
  );

function problemsOf({ nodes }: ExecutableProcess, node: FlowNode, steps: string): string[] {
  const label = `「${shown(node.name || node.id)}」`;
  const ids = steps.split(/[\s,]+/).filter((id) => id !== '');
  if (ids.length === 0) return [`${label}的 wq:checks 没有写明核对哪些步骤（steps），请填写。`];
  return ids.flatMap((id) => {
    if (id === node.id) return [`${label}不能核对自己，请在 wq:checks 中改正。`];
    return Object.hasOwn(nodes, id) && nodes[id]?.type === 'userTask'
      ? []
      : [`${label}要核对的“${shown(id)}”不是本流程的人工任务，请在 wq:checks 中改正。`];
  });
}

const shown = (text: string): string => (text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text);
