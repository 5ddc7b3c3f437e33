import { elementLines } from '../lint/element-lines.js';
import { problemOf, type Problem } from '../problem.js';
import { attachedTo, isBoundary, labelOf } from '../source/look-up.js';
import { quoted } from '../sentence.js';
import type { SourceModel } from '../source/source-model.js';
import { checkSoundness, type SoundnessLimits } from './check-soundness.js';
import type { FindingKind, SoundnessFinding } from './report.js';

/** Steps of a way that are told; the beginning of a longer one is left out. */
const stepsToldMax = 12;

/**
 * What publication says of a process that is not sound, or not proved to be: Chinese sentences with the element and a
 * way that leads there. `faults` leaves out what is unsafe in the classical sense and no fault of a run.
 */
export function soundnessProblems(
  source: SourceModel,
  limits?: SoundnessLimits,
  tell: 'all' | 'faults' = 'all',
): Problem[] {
  if (!source.process) return [];
  const { findings } = checkSoundness(source.process, limits);
  if (findings.length === 0) return [];
  const lines = elementLines(source.xml);
  const ways = waysOf(source, findings);
  const told = findings.filter((finding) => tell === 'all' || !isNoFault(finding, ways));
  return told.map((finding) => {
    const elementId = finding.elementIds[0] ?? finding.scope;
    const line = lines.get(elementId);
    return problemOf({
      severity: severityOf(finding, ways),
      rule: 'soundness',
      message: sentences[finding.kind](aboutOf(source, finding)),
      elementId,
      ...(line !== undefined && { line }),
    });
  });
}

/**
 * The engine takes every token for itself and ends when the last is gone, so a step that is done twice is no fault of
 * the run; it may become one where a token too many comes to a join.
 */
const isNoFault = ({ kind, elementIds: [id = ''] }: SoundnessFinding, { targets, joining }: Ways): boolean =>
  kind === 'improper-completion' || (kind === 'unsafe' && !joining.has(targets.get(id) ?? id));

const stuck: ReadonlySet<FindingKind> = new Set(['deadlock', 'livelock', 'unhandled', 'limit']);
const hopeless: ReadonlySet<FindingKind> = new Set(['deadlock', 'livelock', 'dead-element']);

/**
 * An error where no run of the scope can come to an end. One that may get stuck is for its author to judge: which branch is
 * taken, and what comes in time, is not in the file.
 */
const severityOf = ({ kind, scope }: SoundnessFinding, { endless }: Ways): Problem['severity'] =>
  kind === 'unbounded' || (hopeless.has(kind) && endless.has(scope)) ? 'error' : 'warning';

interface Ways {
  /** Flow → the node that it leads to. */
  readonly targets: ReadonlyMap<string, string>;
  readonly joining: ReadonlySet<string>;
  /** Scopes of which no run reaches an end event, and some run gets stuck: else every run is led out by something thrown. */
  readonly endless: ReadonlySet<string>;
}

const waysOf = (source: SourceModel, findings: readonly SoundnessFinding[]): Ways => ({
  targets: new Map(source.flows.map(({ id, target = '' }) => [id, target])),
  joining: beforeJoins(source),
  endless: endlessIn(source, findings),
});

function endlessIn({ nodes }: SourceModel, findings: readonly SoundnessFinding[]): Set<string> {
  const dead = new Set(
    findings.flatMap(({ kind, elementIds }) => (kind === 'dead-element' ? elementIds : [])),
  );
  const ends = nodes.filter(({ type }) => type === 'EndEvent');
  const stuckIn = new Set(findings.filter(({ kind }) => stuck.has(kind)).map(({ scope }) => scope));
  const endless = new Set(ends.map(({ scope }) => scope).filter((scope) => stuckIn.has(scope)));
  for (const { id, scope } of ends) if (!dead.has(id)) endless.delete(scope);
  return endless;
}

/** Ids of the nodes from which a parallel or inclusive join can be reached, and of those joins. */
function beforeJoins({ nodes }: SourceModel): ReadonlySet<string> {
  const leadsTo = new Map<string, string[]>();
  const leads = (from: string | undefined, to: string): void => {
    if (from === undefined) return;
    const known = leadsTo.get(to);
    if (known) known.push(from);
    else leadsTo.set(to, [from]);
  };
  for (const node of nodes) {
    for (const { source } of node.incoming) leads(source, node.id);
    if (isBoundary(node)) leads(attachedTo(node), node.id);
  }
  const joins = nodes.filter(({ type, incoming }) => joinTypes.has(type) && incoming.length > 1);
  const before = new Set(joins.map(({ id }) => id));
  for (const id of before) for (const from of leadsTo.get(id) ?? []) before.add(from);
  return before;
}

const joinTypes: ReadonlySet<string> = new Set(['ParallelGateway', 'InclusiveGateway']);

interface About {
  /** The nodes of the finding as a person knows them. */
  readonly who: string;
  /** How a run comes there, as the end of a sentence; empty where none does. */
  readonly way: string;
}

const sentences: Readonly<Record<FindingKind, (about: About) => string>> = {
  deadlock: ({ who, way }) =>
    `流程会停在${who}，再也走不下去：要等的分支不会到来，请检查前面的分支与汇合。${way}`,
  livelock: ({ who, way }) => `流程走到${who}后只能一直循环，没有出口能办结，请给循环留一个出口。${way}`,
  unsafe: ({ who, way }) => `${who}会被同时走到两次，后面的步骤会重复办理，请在前面用并行网关汇合。${way}`,
  'improper-completion': ({ who, way }) =>
    `一次办理会多次走到结束事件${who}；流程会等各分支都走完才办结，建议先汇合再结束。${way}`,
  'dead-element': ({ who }) => `不论怎么走，都走不到${who}，请检查通向它的连线与网关，或者删去它。`,
  unhandled: ({ who, way }) =>
    `${who}抛出的错误没有任何事件接住，流程会停在这里，请加上接住它的错误事件。${way}`,
  unbounded: ({ who, way }) =>
    `走到${who}的路会越来越多，没有尽头：每循环一次就多出一路，请不要从并行分支绕回分支之前。${way}`,
  limit: ({ who }) => `${who}的走法太多，没能证明流程一定能办结；请拆成较小的子流程，或减少并行分支。`,
};

function aboutOf(source: SourceModel, { elementIds, path }: SoundnessFinding): About {
  const nodes = elementIds.filter((id) => source.nodeById.has(id));
  const who = (nodes.length > 0 ? nodes : elementIds).map((id) => nameOf(source, id)).join('、');
  const steps = path.filter((id) => source.nodeById.has(id)).map((id) => nameOf(source, id));
  const told = steps.length > stepsToldMax ? ['……', ...steps.slice(-stepsToldMax)] : steps;
  return { who, way: told.length === 0 ? '' : `走法：${told.join(' → ')}。` };
}

function nameOf(source: SourceModel, id: string): string {
  const node = source.nodeById.get(id);
  if (node) return labelOf(node);
  if (id === source.process?.id) return '本流程';
  const flow = source.flows.find((other) => other.id === id);
  return flow ? `连线${labelOf(flow)}` : `「${quoted(id)}」`;
}
