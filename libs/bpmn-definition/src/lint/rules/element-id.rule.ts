import { quoted } from '../../sentence.js';
import { labelOf } from '../../source/look-up.js';
import type { SourceModel } from '../../source/source-model.js';
import { writtenIds, type WrittenId } from '../../source/written-ids.js';
import { elementsIn, type ModdleElement } from '../../xml/moddle-element.js';
import type { Finding, Rule } from '../rule.js';

export const idLengthMax = 100;

/** A name as XML has them (NCName), of letters of any script; it becomes part of the keys of instances and of addresses. */
const idPattern = /^[\p{L}_][\p{L}\p{M}\p{N}._·-]*$/u;
/** What is only drawn may have a prefix. */
const drawnPattern = /^([\p{L}_][\p{L}\p{M}\p{N}._·-]*:)?[\p{L}_][\p{L}\p{M}\p{N}._·-]*$/u;

/** What a run knows by its id, beside steps and connections. */
const known: ReadonlySet<string> = new Set(
  ['Message', 'Signal', 'Error', 'Escalation'].map((type) => `bpmn:${type}`),
);

/** The process and every step and connection has an id, and every id of the file is a name. */
export const elementId: Rule = {
  name: 'element-id',
  check: (source) => [...missing(source), ...wrong(source)],
};

/** The half of it that the schema asks too. */
export const idIsName: Rule = { name: 'element-id', check: (source) => wrong(source) };

function missing({ process, nodes, flows }: SourceModel): Finding[] {
  const parts = [...nodes, ...flows].filter(({ id }) => id === '');
  return [
    ...(process && (process.id ?? '') === '' ? [{ message: '流程没有标识（id），请补上。' }] : []),
    ...parts.map((part) => ({ message: `${part.element.$type} ${labelOf(part)}没有标识（id），请补上。` })),
  ];
}

function wrong(source: SourceModel): Finding[] {
  const executed = executedIds(source);
  return writtenIds(source).flatMap((written) => {
    const fault = written.id === '' ? undefined : faultOf(written, executed.has(written.id));
    if (fault === undefined) return [];
    const { id, line } = written;
    return [
      {
        message: `标识「${quoted(id)}」不合规：${fault}。`,
        elementId: id,
        ...(line !== undefined && { line }),
      },
    ];
  });
}

function executedIds({ definitions, process, nodes, flows }: SourceModel): ReadonlySet<string> {
  const roots = elementsIn(definitions, 'rootElements').filter(({ $type }) => known.has($type));
  const named: readonly (ModdleElement | undefined)[] = [process, ...roots];
  return new Set([...named.flatMap((one) => one?.id ?? []), ...[...nodes, ...flows].map(({ id }) => id)]);
}

function faultOf({ id }: WrittenId, isExecuted: boolean): string | undefined {
  if (id === '__proto__') return '这是保留的名称，请换一个';
  if (isExecuted && [...id].length > idLengthMax) return `至多 ${idLengthMax} 个字符，请缩短`;
  if ((isExecuted ? idPattern : drawnPattern).test(id)) return undefined;
  if (/\s/u.test(id)) return '不能有空格，请改用点、横线或下划线';
  if (/^[\p{N}.·-]/u.test(id)) return '要以字母、汉字或下划线开头，请改正';
  return '只用字母、汉字、数字、点、横线、下划线，请改正';
}
