import { quoted } from '../../sentence.js';
import { readsOf } from '@wuqing/expression';
import { expressionSites, type ExpressionSite } from '../../source/expression-site.js';
import { NodeOrder } from '../../source/node-order.js';
import type { SourceModel } from '../../source/source-model.js';
import {
  answersFromOutside,
  declaredFieldsOf,
  formFieldsOf,
  knownIn,
  providedBy,
  type KnownVariables,
} from '../../source/variable-provider.js';
import type { Finding, LintOptions, Rule } from '../rule.js';

/** Every name that an expression reads is written by something that can come before. */
export const knownVariable: Rule = {
  name: 'known-variable',
  check: (source, options) => {
    const known = knownIn(source.process, options.knownVariables);
    return known ? findings(source, options, known) : [];
  },
};

function findings(source: SourceModel, { expressions }: LintOptions, known: KnownVariables): Finding[] {
  const order = new NodeOrder(source);
  const writers = writersOf(source, known);
  return expressionSites(source).flatMap((site) => {
    if (!site.text.startsWith('=') || readsAnswer(site, source, known)) return [];
    const parsed = expressions.parse(site.text.slice(1).trim());
    if (!parsed.ok) return [];
    return readsOf(parsed.value).flatMap((name) => judge(name, site, source, order, writers, known));
  });
}

interface Writers {
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>;
  /** Nodes that write names which the file does not tell. */
  readonly open: ReadonlySet<string>;
}

function writersOf(source: SourceModel, known: KnownVariables): Writers {
  const byName = new Map<string, Set<string>>();
  const open = new Set<string>();
  for (const node of source.nodes) {
    const provided = providedBy(node, known);
    if (provided.open) open.add(node.id);
    for (const name of provided.names) byName.set(name, (byName.get(name) ?? new Set()).add(node.id));
  }
  return { byName, open };
}

/** An output mapping of what answers from outside: the names of the answer stand nowhere else. */
function readsAnswer(site: ExpressionSite, source: SourceModel, known: KnownVariables): boolean {
  const node = source.nodeById.get(site.elementId);
  if (site.output !== true || node === undefined) return false;
  return answersFromOutside(node, formFieldsOf(node, known) ?? declaredFieldsOf(node));
}

function judge(
  name: string,
  { elementId, place }: ExpressionSite,
  source: SourceModel,
  order: NodeOrder,
  { byName, open }: Writers,
  known: KnownVariables,
): Finding[] {
  if (known.atStart.includes(name)) return [];
  const writers = byName.get(name) ?? new Set<string>();
  if (writers.size === 0 && open.size === 0)
    return [{ message: `${place}读取「${quoted(name)}」，但没有任何步骤填写它，请检查写法。`, elementId }];
  const flow = source.flows.find(({ id }) => id === elementId);
  const reader = flow ? flow.source : source.nodeById.has(elementId) ? elementId : undefined;
  if (reader === undefined) return [];
  const earlier = order.upTo(reader);
  if ([...writers, ...open].some((id) => earlier.has(id))) return [];
  if (writers.size === 0)
    return [{ message: `${place}读取「${quoted(name)}」，但之前没有步骤填写它，请检查写法。`, elementId }];
  return [
    {
      severity: 'warning',
      message: `${place}读取「${quoted(name)}」，但填写它的步骤都在后面，读到的是空值。`,
      elementId,
    },
  ];
}
