import {
  confidentialityLevels,
  furtherThan,
  markedLevel,
  stricterOf,
  type Confidentiality,
} from './confidentiality-level.js';
import { drawingOf, type Drawing, type WalledNode, type WalledProcess } from './walled-process.js';

/** How far one element is closed, and by which marks. */
export interface Wall {
  readonly level: Confidentiality;
  /** Ids of the marked elements that close it: who does their steps knows of it. */
  readonly marks: readonly string[];
}

export interface Walls {
  /** Of the case as a whole. */
  readonly level: Confidentiality;
  /** By element id, of those that are closed further than the case; whatever is not there is as open as the case. */
  readonly closed: ReadonlyMap<string, Wall>;
  /** The same without what merely leads to a closed step or away from it: what is closed wherever a token rests. */
  readonly own: ReadonlyMap<string, Wall>;
  /** How far the sender of what this event receives is closed; undefined where he is as open as the event. */
  readonly senderOf: (elementId: string) => Wall | undefined;
}

/**
 * What a process file closes (`wq:confidential`). A mark closes its element, what lies in it and what is attached to it.
 * What works by itself (gateways, events, services) is closed where all it leads to is, or all that it comes from: so the
 * message that led to a closed step is as closed as the step. Steps of people are closed by marks alone.
 */
export function wallsOf(process: WalledProcess): Walls {
  const level = markedLevel(process.extensions) ?? 'V';
  const drawing = drawingOf(process);
  const own = markedWalls(process, level);
  const closed = spread(drawing, own);
  const senderOf = (id: string): Wall | undefined =>
    receives(process.nodes[id]) ? senderWall({ process, drawing, level, closed }, id) : undefined;
  return { level, own, closed, senderOf };
}

/** How far a step is closed. */
export const stepLevel = ({ own, level }: Walls, elementId: string): Confidentiality =>
  own.get(elementId)?.level ?? level;

/**
 * How far a called process is closed by the call activity that called it. Where a migration has given that another id, as
 * far as the strictest of its caller's.
 */
export function callLevel(
  walls: Walls,
  { nodes }: Pick<WalledProcess, 'nodes'>,
  callActivity: string,
): Confidentiality {
  if (Object.hasOwn(nodes, callActivity)) return stepLevel(walls, callActivity);
  return Object.values(nodes)
    .filter(({ type }) => type === 'callActivity')
    .map(({ id }) => stepLevel(walls, id))
    .reduce(stricterOf, walls.level);
}

/** The call activities on the way from the root to a called case, by the visit in which it runs (`outer/inner#7`). */
export const callsIn = (callKey: string | null): readonly string[] =>
  callKey === null ? [] : callKey.replace(/#[^#]*$/, '').split('/');

const receives = (node: WalledNode | undefined): boolean =>
  node?.type === 'receiveTask' || ['message', 'signal'].includes(node?.definition?.kind ?? '');

/** Walls by marks: an element's own, of what it lies in, and of what it is attached to. */
function markedWalls({ nodes }: WalledProcess, level: Confidentiality): Map<string, Wall> {
  const walls = new Map<string, Wall>();
  for (const id of Object.keys(nodes)) {
    const marked = around(nodes, id).flatMap((one) => {
      const mark = markedLevel(nodes[one]?.extensions ?? []);
      return mark !== undefined && stricterOf(mark, level) !== level ? [{ one, mark }] : [];
    });
    if (marked.length === 0) continue;
    const strictest = marked.map(({ mark }) => mark).reduce(stricterOf);
    walls.set(id, { level: strictest, marks: marked.map(({ one }) => one) });
  }
  return walls;
}

/** The element, what it is attached to, and what they lie in, outwards. */
function around(nodes: WalledProcess['nodes'], id: string): string[] {
  const found: string[] = [];
  const visit = (one: string | undefined): void => {
    if (one === undefined || found.includes(one) || !Object.hasOwn(nodes, one)) return;
    found.push(one);
    visit(nodes[one]!.attachedTo);
    visit(nodes[one]!.scope);
  };
  visit(id);
  return found;
}

/** Closes what works by itself between closed steps, until nothing changes. */
function spread({ silent, after, before }: Drawing, own: ReadonlyMap<string, Wall>): Map<string, Wall> {
  const closed = new Map(own);
  for (let known = -1; known !== closed.size;) {
    known = closed.size;
    for (const id of silent) {
      if (closed.has(id)) continue;
      const wall = sharedWall(after(id), closed) ?? sharedWall(before(id), closed);
      if (wall) closed.set(id, wall);
    }
  }
  return closed;
}

/** Where all of these are closed: as far as the least closed of them. */
function sharedWall(ids: readonly string[], closed: ReadonlyMap<string, Wall>): Wall | undefined {
  const walls = ids.map((id) => closed.get(id));
  if (walls.length === 0 || walls.some((wall) => wall === undefined)) return undefined;
  const known = walls as Wall[];
  const level = confidentialityLevels.find((one) => known.some((wall) => wall.level === one))!;
  return { level, marks: [...new Set(known.flatMap(({ marks }) => marks))] };
}

interface Closing {
  readonly process: WalledProcess;
  readonly drawing: Drawing;
  readonly level: Confidentiality;
  readonly closed: ReadonlyMap<string, Wall>;
}

/** A report or an objection: where the next steps of people bear a mark, whoever sent it is closed one level further. */
function senderWall({ process, drawing, level, closed }: Closing, id: string): Wall | undefined {
  const wall = closed.get(id);
  if (wall) return { ...wall, level: furtherThan(wall.level) };
  const marked = nextSteps(drawing, id).flatMap((step) => {
    const mark = markedLevel(process.nodes[step]?.extensions ?? []);
    return mark === undefined ? [] : [{ step, mark }];
  });
  if (marked.length === 0) return undefined;
  const strictest = marked.map(({ mark }) => mark).reduce(stricterOf, level);
  return { level: furtherThan(strictest), marks: marked.map(({ step }) => step) };
}

/** The first steps behind an element at which something other than the engine works. */
function nextSteps({ silent, after }: Drawing, id: string): string[] {
  const seen = new Set<string>([id]);
  const steps: string[] = [];
  for (const one of seen)
    for (const next of after(one)) {
      if (seen.has(next)) continue;
      if (silent.has(next)) seen.add(next);
      else steps.push(next);
    }
  return steps;
}
