import type { MarkedExtension } from './confidentiality-level.js';

/** A flow node of `bpmn-model`, as far as walls go. */
export interface WalledNode {
  readonly id: string;
  readonly type: string;
  /** Id of the sub-process it lies in, or the process key. */
  readonly scope: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly attachedTo?: string;
  readonly extensions: readonly MarkedExtension[];
  readonly definition?: { readonly kind: string; readonly link?: string };
}

/** An `ExecutableProcess` of `bpmn-model`, as far as walls go. */
export interface WalledProcess {
  readonly extensions: readonly MarkedExtension[];
  readonly nodes: Readonly<Record<string, WalledNode>>;
  readonly flows: Readonly<Record<string, { readonly source: string; readonly target: string }>>;
}

/** Who works here is a person, or a process of its own: closed by marks alone. */
const STEPS: ReadonlySet<string> = new Set(['userTask', 'callActivity']);

export interface Drawing {
  /** What works by itself. */
  readonly silent: ReadonlySet<string>;
  /** Where a token goes from here, also through link events and into a sub-process. */
  readonly after: (id: string) => readonly string[];
  readonly before: (id: string) => readonly string[];
}

/**
 * How tokens move. A sub-process is entered at its start events and has nothing before it: it stands in for them, so that
 * it is closed where they are, and is not closed by what comes before.
 */
export function drawingOf({ nodes, flows }: WalledProcess): Drawing {
  const all = Object.values(nodes);
  const after = new Map<string, string[]>();
  const before = new Map<string, string[]>();
  const add = (list: Map<string, string[]>, of: string, id: string): void =>
    void list.set(of, [...(list.get(of) ?? []), id]);
  const join = (from: string, to: string): void => {
    add(after, from, to);
    add(before, to, from);
  };
  for (const { source, target } of Object.values(flows)) {
    add(before, target, source);
    if (nodes[source]?.type !== 'subProcess') add(after, source, target);
  }
  for (const [from, to] of links(all)) join(from, to);
  for (const { id, scope, type } of all)
    if (type === 'startEvent' && nodes[scope]?.type === 'subProcess') join(scope, id);
  const silent = new Set(all.filter(({ type }) => !STEPS.has(type)).map(({ id }) => id));
  return {
    silent,
    after: (id) => after.get(id) ?? [],
    before: (id) => (nodes[id]?.type === 'subProcess' ? [] : (before.get(id) ?? [])),
  };
}

/** Throwing link events lead to the catching one of the same name in the same scope. */
function links(all: readonly WalledNode[]): (readonly [string, string])[] {
  const named = all.flatMap(({ id, type, scope, definition }) =>
    definition?.kind === 'link' ? [{ id, type, name: JSON.stringify([scope, definition.link]) }] : [],
  );
  return named
    .filter(({ type }) => type === 'intermediateThrowEvent')
    .flatMap((from) =>
      named
        .filter(({ type, name }) => type === 'intermediateCatchEvent' && name === from.name)
        .map((to) => [from.id, to.id] as const),
    );
}
