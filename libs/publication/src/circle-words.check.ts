import type { KnownVariables, Problem } from '@wuqing/bpmn-definition';
import { extensionsNamed, type ExecutableProcess, type FlowNode } from '@wuqing/bpmn-model';
import { parseCandidateReference } from '@wuqing/organization';

const RULE = 'circle-words';
const SHOWN_MAX = 80;

/**
 * The words of a case's circle name what there is: a field of the step's own form (`wq:bars`), seats (`wq:knowing`). A misspelt one
 * would bar nobody, or let nobody know, without a word.
 */
export function checkCircleWords(process: ExecutableProcess, known?: KnownVariables): Problem[] {
  const steps = Object.values(process.nodes).flatMap((node) =>
    barringFaults(node, known).map((message) => problem(node.id, message)),
  );
  return [...steps, ...knowingFaults(process).map((message) => problem(process.key, message))];
}

const problem = (elementId: string, message: string): Problem => ({
  severity: 'error',
  rule: RULE,
  elementId,
  message,
});

function barringFaults({ id, name, extensions, ...node }: FlowNode, known?: KnownVariables): string[] {
  const label = `「${shown(name || id)}」`;
  const formKey = node.type === 'userTask' ? node.formKey : undefined;
  const fields = formKey === undefined ? [] : known?.formFields[formKey];
  return extensionsNamed(extensions, 'bars').flatMap(({ attributes: { field = '', ground } }) => [
    ...(ground === undefined ? [`${label}的 wq:bars 没有写明回避的缘由（ground），请填写。`] : []),
    ...(field === '' ? [`${label}的 wq:bars 没有写明由哪个字段认定（field），请填写。`] : []),
    ...(field === '' || fields === undefined || fields.includes(field)
      ? []
      : [`${label}的表单没有 wq:bars 所写的字段“${shown(field)}”，请改正。`]),
  ]);
}

const knowingFaults = ({ extensions }: ExecutableProcess): string[] =>
  extensionsNamed(extensions, 'knowing').flatMap(({ attributes: { who = '' } }) =>
    who
      .split(',')
      .map((one) => one.trim())
      .filter((one) => !parseCandidateReference(one).ok)
      .map((one) => `wq:knowing 中的“${shown(one)}”不是“岗位”或“岗位@单位”，请改正。`),
  );

const shown = (text: string): string => (text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text);
