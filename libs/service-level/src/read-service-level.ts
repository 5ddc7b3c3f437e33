import { err, ok, type Result } from '@wuqing/kernel';
import { isOfficeCode } from '@wuqing/organization';
import { parseTerm, type TermKind } from '@wuqing/working-calendar';
import { isLadderName, ladders } from './ladders.js';
import type { Disclosure, EscalationRung, ServiceLevelPolicy } from './policy.js';
import { isClockName } from './move-case-clock.js';
import { HANDLER, isRecipient } from './recipient.js';

/** `wq:serviceLevel` as the process model keeps it. */
export interface ServiceLevelExtension {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ServiceLevelExtension[];
}

const ATTRIBUTES = [
  'name',
  'clock',
  'pauses',
  'term',
  'from',
  'due',
  'warn',
  'ladder',
  'office',
  'tell',
  'basis',
  'unconfirmed',
];
const RUNG_ATTRIBUTES = ['after', 'to', 'disclosure'];

/** Where a process file may say `wq:serviceLevel`, and what. */
export const serviceLevelWord = {
  on: ['UserTask'],
  attributes: ATTRIBUTES,
  children: { rung: { attributes: RUNG_ATTRIBUTES } },
};

/**
 * `<wq:serviceLevel term="5W" from="=proposedOn" ladder="LV" unconfirmed="true"/>`: `term` or `due="=…"`, and either a
 * named ladder or children `<wq:rung after="1W" to="branch-secretary@branch"/>`, the first without `after`.
 * The error is the first problem, a Chinese sentence for whoever draws the process.
 */
export function readServiceLevel(extension: ServiceLevelExtension): Result<ServiceLevelPolicy, string> {
  const [problem] = checkServiceLevel(extension);
  return problem === undefined ? ok(policyOf(extension)) : err(problem);
}

/** Every reason why publication must refuse this service level; none means that `readServiceLevel` succeeds. */
export function checkServiceLevel({ attributes, children }: ServiceLevelExtension): readonly string[] {
  const problems = [...unknownAttributes(attributes, ATTRIBUTES), ...termProblems(attributes)];
  const { clock, ladder, office, unconfirmed } = attributes;
  if (ladder !== undefined && !isLadderName(ladder))
    problems.push(`没有督办阶梯“${ladder}”，请填写 LV、LT、LP 或 LN。`);
  if (ladder !== undefined && children.length > 0) problems.push('督办阶梯与自定义督办级只能填写一种。');
  if (office !== undefined && !isOfficeCode(office)) problems.push(`没有代码为“${office}”的科室。`);
  if (clock !== undefined && !isClockName(clock))
    problems.push(`时钟名“${clock}”只能用小写字母、数字和连字符，以字母开头，不超过 40 个字符。`);
  if (
    attributes['pauses'] !== undefined &&
    (clock === undefined || listOf(attributes['pauses']).length === 0)
  )
    problems.push('可以暂停的事由（pauses）只能写在有时钟名（clock）的时限上，至少写一项。');
  if (unconfirmed !== undefined && unconfirmed !== 'true' && unconfirmed !== 'false') {
    problems.push('unconfirmed 只能是 true 或 false。');
  }
  const strangers = listOf(attributes['tell'] ?? '').filter((reference) => !isRecipient(reference));
  problems.push(...strangers.map((reference) => `无法识别告知对象“${reference}”。`));
  return [...problems, ...rungProblems(children)];
}

const unknownAttributes = (
  attributes: Readonly<Record<string, string>>,
  known: readonly string[],
): string[] =>
  Object.keys(attributes)
    .filter((name) => !known.includes(name))
    .map((name) => `时限没有“${name}”这一属性。`);

function termProblems({ term, due, from, warn }: Readonly<Record<string, string>>): string[] {
  const problems: string[] = [];
  if ((term === undefined) === (due === undefined)) problems.push('请填写期限（term）或截止日（due）之一。');
  if (term !== undefined && !isTerm(term))
    problems.push(`期限“${term}”无法识别，请填写如 5W、15D、10B、15N、4H。`);
  if (due !== undefined && !isExpression(due)) problems.push('截止日（due）应为以“=”开头的表达式。');
  if (from !== undefined && !isExpression(from)) problems.push('起算日（from）应为以“=”开头的表达式。');
  if (due !== undefined && from !== undefined) problems.push('已填写截止日（due）时不填起算日（from）。');
  if (warn !== undefined && !isTerm(warn, 'WD'))
    problems.push(`预警提前量“${warn}”无法识别，请填写如 1W、7D。`);
  return problems;
}

const isExpression = (text: string): boolean => text.startsWith('=') && text.trim().length > 1;

function isTerm(text: string, kinds = 'WDBNH'): boolean {
  const term = parseTerm(text);
  return term.ok && kinds.includes(term.value.kind);
}

function rungProblems(children: readonly ServiceLevelExtension[]): string[] {
  const problems = children.flatMap((child) => oneRungProblems(child));
  if (problems.length > 0) return problems;
  const offsets = children.map(({ attributes }) => attributes.after);
  if (offsets.length > 0 && offsets[0] !== undefined) problems.push('第一个督办级是到期当时，不填 after。');
  if (!ascend(offsets.slice(1))) problems.push('各督办级应使用同一种期限，并依次递增。');
  return problems;
}

function oneRungProblems({ name, attributes }: ServiceLevelExtension): string[] {
  if (name !== 'rung') return [`时限内不能有“${name}”，只能有督办级 rung。`];
  const { after, to, disclosure } = attributes;
  const problems = unknownAttributes(attributes, RUNG_ATTRIBUTES);
  if (after !== undefined && !isTerm(after, 'WDH'))
    problems.push(`督办级的 after“${after}”无法识别，请填写如 1W。`);
  if (disclosure !== undefined && disclosure !== 'case' && disclosure !== 'number-and-term') {
    problems.push('disclosure 只能是 case 或 number-and-term。');
  }
  if (to === undefined || listOf(to).length === 0) return [...problems, '督办级没有接收人（to）。'];
  const unknown = listOf(to).filter((reference) => !isRecipient(reference));
  return [...problems, ...unknown.map((reference) => `督办接收人“${reference}”无法识别。`)];
}

/** One kind throughout, counts strictly rising; a second breach (no `after`) is none. */
function ascend(offsets: readonly (string | undefined)[]): boolean {
  let last: { kind: TermKind; count: number } | undefined;
  return offsets.every((offset) => {
    const term = parseTerm(offset ?? '');
    if (!term.ok || (last && (term.value.kind !== last.kind || term.value.count <= last.count))) return false;
    last = term.value;
    return true;
  });
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

function policyOf({ attributes, children }: ServiceLevelExtension): ServiceLevelPolicy {
  const {
    name = '',
    clock,
    pauses,
    term,
    from,
    due,
    warn,
    ladder,
    office,
    tell,
    basis,
    unconfirmed,
  } = attributes;
  return {
    name,
    ...(clock === undefined ? {} : { clock }),
    ...(pauses === undefined ? {} : { pauses: listOf(pauses) }),
    term: term ?? null,
    from: from ?? null,
    due: due ?? null,
    warn: warn ?? null,
    rungs: ladder !== undefined && isLadderName(ladder) ? ladders[ladder].rungs : rungsOf(children),
    office: office ?? null,
    ...(tell === undefined ? {} : { tell: listOf(tell) }),
    basis: basis ?? null,
    unconfirmed: unconfirmed === 'true',
    handlers: [HANDLER],
    dueOn: null,
    startedAt: null,
  };
}

/** Without a ladder the handler alone learns of the breach. */
function rungsOf(children: readonly ServiceLevelExtension[]): EscalationRung[] {
  if (children.length === 0) return [{ after: null, to: [HANDLER], disclosure: 'case' }];
  return children.map(({ attributes: { after, to, disclosure } }) => ({
    after: after ?? null,
    to: listOf(to ?? ''),
    disclosure: (disclosure ?? 'case') as Disclosure,
  }));
}
