import fc from 'fast-check';
import type { Drawn, DrawnFlow, DrawnNode } from './drawn.js';

/** A piece of a well-made process: it has one way in and one way out. */
type Piece =
  | { readonly kind: 'task'; readonly events: readonly Event[] }
  | { readonly kind: 'row'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'choice' | 'parallel'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'loop'; readonly body: Piece }
  | { readonly kind: 'leave'; readonly end: 'Terminate' | 'Error' | 'None' }
  | {
      readonly kind: 'inside';
      readonly body: Piece;
      readonly events: readonly Event[];
      readonly beside: readonly Beside[];
    };

interface Event {
  readonly trigger: 'Message' | 'Error';
  readonly interrupting: boolean;
  /** Its flow leads to an end of its own, or back to what follows the activity. */
  readonly joins: boolean;
}

interface Beside {
  readonly trigger: 'Message' | 'Error';
  readonly interrupting: boolean;
  readonly body: Piece;
}

/** What is spoilt in the finished drawing: numbers are taken modulo what there is. */
interface Fault {
  readonly kind: 'redirect' | 'add' | 'retype' | 'remove';
  readonly at: number;
  readonly to: number;
}

const { piece } = fc.letrec<{ piece: Piece }>((tie) => {
  const few = fc.array(tie('piece'), { minLength: 2, maxLength: 3, depthIdentifier: 'piece' });
  const event = fc.record({
    trigger: fc.constantFrom('Message' as const, 'Message' as const, 'Error' as const),
    interrupting: fc.boolean(),
    joins: fc.boolean(),
  });
  const events = fc.array(event, { maxLength: 2 });
  const beside = fc.record({
    trigger: fc.constantFrom('Message' as const, 'Error' as const),
    interrupting: fc.boolean(),
    body: tie('piece'),
  });
  return {
    piece: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'piece', withCrossShrink: true },
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('task' as const), events: fc.constant([]) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('task' as const), events }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('row' as const), pieces: few }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('choice' as const), pieces: few }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('parallel' as const), pieces: few }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('loop' as const), body: tie('piece') }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('leave' as const),
          end: fc.constantFrom('Terminate' as const, 'Error' as const, 'None' as const),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('inside' as const),
          body: tie('piece'),
          events,
          beside: fc.array(beside, { maxLength: 1 }),
        }),
      },
    ),
  };
});

const fault: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constantFrom('redirect' as const, 'add' as const, 'retype' as const, 'remove' as const),
  at: fc.nat(1000),
  to: fc.nat(1000),
});

/** Processes of modest size: nested blocks with a few faults, each with its sub-processes. */
export const randomDrawn: fc.Arbitrary<Drawn> = fc
  .record({ body: piece, faults: fc.array(fault, { maxLength: 3 }) })
  .map(({ body, faults }) => new Drawer(faults).draw('p', body));

class Drawer {
  private count = 0;
  constructor(private readonly faults: readonly Fault[]) {}

  draw(id: string, body: Piece, start: Partial<DrawnNode> = {}, beside: readonly Beside[] = []): Drawn {
    const nodes: DrawnNode[] = [];
    const flows: DrawnFlow[] = [];
    const sheet = { nodes, flows };
    const begin = this.node(sheet, { type: 'startEvent', ...start });
    const last = this.add(sheet, body, begin);
    if (last !== undefined) this.flow(sheet, last, this.node(sheet, { type: 'endEvent' }));
    for (const { trigger, interrupting, body: inner } of beside) {
      const own = { trigger, interrupting: interrupting || trigger === 'Error' };
      const inside = this.draw(this.next('scope'), inner, own);
      nodes.push({ id: inside.id, type: 'eventSubProcess', inside });
    }
    return spoilt({ id, nodes, flows }, this.faults);
  }

  private next(name: string): string {
    this.count += 1;
    return `${name}${this.count}`;
  }

  private node(sheet: Sheet, node: Omit<DrawnNode, 'id'>): string {
    const id = this.next(node.type.slice(0, 4));
    sheet.nodes.push({ id, ...node });
    return id;
  }

  private flow({ flows }: Sheet, source: string, target: string): void {
    flows.push({ id: this.next('f'), source, target });
  }

  /** Draws a piece behind a node; answers with the node from which the way goes on, if it does. */
  private add(sheet: Sheet, piece: Piece, from: string): string | undefined {
    switch (piece.kind) {
      case 'task':
        return this.activity(sheet, from, { type: 'manualTask' }, piece.events);
      case 'row':
        return piece.pieces.reduce<string | undefined>(
          (at, next) => (at === undefined ? undefined : this.add(sheet, next, at)),
          from,
        );
      case 'choice':
      case 'parallel':
        return this.branches(sheet, piece.kind, piece.pieces, from);
      case 'loop':
        return this.loop(sheet, piece.body, from);
      case 'leave':
        return this.leave(sheet, piece.end, from);
      case 'inside': {
        const inside = this.draw(this.next('scope'), piece.body, {}, piece.beside);
        return this.activity(sheet, from, { type: 'subProcess', inside }, piece.events, inside.id);
      }
    }
  }

  private activity(
    sheet: Sheet,
    from: string,
    node: Omit<DrawnNode, 'id'>,
    events: readonly Event[],
    id = this.next('t'),
  ): string {
    sheet.nodes.push({ id, ...node });
    this.flow(sheet, from, id);
    if (events.length === 0) return id;
    const merge = this.node(sheet, { type: 'exclusiveGateway' });
    this.flow(sheet, id, merge);
    for (const { trigger, interrupting, joins } of events) {
      const isError = trigger === 'Error' && node.inside !== undefined;
      const own = isError
        ? ({ trigger, interrupting: true } as const)
        : ({ trigger: 'Message', interrupting } as const);
      const event = this.node(sheet, { type: 'boundaryEvent', attachedTo: id, ...own });
      this.flow(sheet, event, joins ? merge : this.node(sheet, { type: 'endEvent' }));
    }
    return merge;
  }

  private branches(
    sheet: Sheet,
    kind: 'choice' | 'parallel',
    pieces: readonly Piece[],
    from: string,
  ): string | undefined {
    const type = kind === 'choice' ? 'exclusiveGateway' : 'parallelGateway';
    const split = this.node(sheet, { type });
    this.flow(sheet, from, split);
    const lasts = pieces.flatMap((piece) => this.add(sheet, piece, split) ?? []);
    if (lasts.length === 0) return undefined;
    const join = this.node(sheet, { type });
    for (const last of lasts) this.flow(sheet, last, join);
    return join;
  }

  private loop(sheet: Sheet, body: Piece, from: string): string {
    const head = this.node(sheet, { type: 'exclusiveGateway' });
    this.flow(sheet, from, head);
    const last = this.add(sheet, body, head);
    const foot = this.node(sheet, { type: 'exclusiveGateway' });
    this.flow(sheet, last ?? head, foot);
    this.flow(sheet, foot, head);
    return foot;
  }

  private leave(sheet: Sheet, end: 'Terminate' | 'Error' | 'None', from: string): undefined {
    const id = this.node(sheet, { type: 'endEvent', ...(end === 'None' ? {} : { trigger: end }) });
    this.flow(sheet, from, id);
    return undefined;
  }
}

interface Sheet {
  readonly nodes: DrawnNode[];
  readonly flows: DrawnFlow[];
}

const isTarget = ({ type }: DrawnNode): boolean =>
  type !== 'startEvent' && type !== 'boundaryEvent' && type !== 'eventSubProcess';

function spoilt(drawn: Drawn, faults: readonly Fault[]): Drawn {
  return faults.reduce(({ id, nodes, flows }, { kind, at, to }, round): Drawn => {
    const targets = nodes.filter(isTarget);
    const sources = nodes.filter(({ type }) => type.endsWith('Gateway') || type === 'manualTask');
    const target = targets[to % Math.max(targets.length, 1)];
    const index = at % Math.max(flows.length, 1);
    if (!target || flows.length === 0) return { id, nodes, flows };
    if (kind === 'redirect')
      return {
        id,
        nodes,
        flows: flows.map((flow, i) => (i === index ? { ...flow, target: target.id } : flow)),
      };
    if (kind === 'remove')
      return { id, nodes, flows: flows.filter(({ source }, i) => i !== index || source.startsWith('star')) };
    const source = sources[at % Math.max(sources.length, 1)];
    if (!source) return { id, nodes, flows };
    if (kind === 'add') {
      const added = { id: `${id}-x${round}`, source: source.id, target: target.id };
      return { id, nodes, flows: [...flows, added] };
    }
    return { id, nodes: nodes.map((node) => (node === source ? otherGateway(node) : node)), flows };
  }, drawn);
}

const otherGateway = (node: DrawnNode): DrawnNode => {
  if (node.type === 'exclusiveGateway') return { ...node, type: 'parallelGateway' };
  return node.type === 'parallelGateway' ? { ...node, type: 'exclusiveGateway' } : node;
};
