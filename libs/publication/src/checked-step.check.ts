import type { KnownVariables, Problem } from '@wuqing/bpmn-definition';
import { extensionsNamed, type ExecutableProcess, type FlowNode } from '@wuqing/bpmn-model';

const RULE = 'checked-step';
const SHOWN_MAX = 80;

/** A step that checks (`wq:checks`) names user tasks of the process, not itself, and people by `<user task>/<field>`. */
export const checkCheckedSteps = (process: ExecutableProcess, known?: KnownVariables): Problem[] =>
  Object.values(process.nodes).flatMap((node) =>
    extensionsNamed(node.extensions, 'checks').flatMap(({ attributes }) =>
      [
        ...problemsOf(process, node, attributes['steps'] ?? ''),
        ...unnamed(process, node, attributes['named'] ?? '', known),
      ].map((message) => ({
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

/** Places `<user task>/<field>` that are none; where the forms are known, also fields that the step's form does not have. */
function unnamed(
  { nodes }: ExecutableProcess,
  node: FlowNode,
  named: string,
  known?: KnownVariables,
): string[] {
  const label = `「${shown(node.name || node.id)}」`;
  const isPlace = (place: string): boolean => {
    const [id = '', field = '', ...rest] = place.split('/');
    const step = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
    if (rest.length > 0 || field === '' || step?.type !== 'userTask') return false;
    const fields = step.formKey === undefined ? [] : known?.formFields[step.formKey];
    return fields === undefined || fields.includes(field);
  };
  return named
    .split(/[\s,]+/)
    .filter((place) => place !== '' && !isPlace(place))
    .map(
      (place) =>
        `${label}的 wq:checks 中 named 写的“${shown(place)}”不是“人工任务的标识/它的表单字段”，请在 wq:checks 中改正。`,
    );
}

const shown = (text: string): string => (text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text);
