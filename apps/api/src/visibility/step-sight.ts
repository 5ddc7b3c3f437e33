import { mayRead, type Wall, type Walls } from '@wuqing/access';
import type { CircleRow, StepHolders } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { circleIn, stepResource } from './resources.js';

/** Of what in a case that he reads somebody may know. */
export interface StepSight {
  /** Of this element, and that it was come to. */
  readonly knows: (elementId: string) => boolean;
  /** That something waits there: a message that leads to a closed step may be sent by whoever reads the case. */
  readonly knowsWaiting: (elementId: string) => boolean;
  /** Who sent what this event received. */
  readonly knowsSender: (elementId: string, senderId: string) => boolean;
  /** Whose acts were in cases that call it or that it calls. */
  readonly knowsActorsElsewhere: boolean;
  /** Of everything in the case: only then what is written of it may be counted. */
  readonly knowsAll: boolean;
}

/** Where nothing is closed further than the case. */
export const openSight: StepSight = {
  knows: () => true,
  knowsWaiting: () => true,
  knowsSender: () => true,
  knowsActorsElsewhere: true,
  knowsAll: true,
};

export interface SightOf extends CircleRow {
  readonly unitId: string;
  /** Of every version that the case has gone by: what one of them closed stays closed. */
  readonly walls: readonly Walls[];
  readonly steps: readonly StepHolders[];
  readonly knowsActorsElsewhere: boolean;
}

/**
 * Asks for each closed element whether the caller may read it: by office, or because a step that closes it is or was
 * addressed to him. A sender is closed to those whom the step is addressed to as well: it may be them whom he reports.
 */
export function stepSightOf(caller: Caller, sightOf: SightOf): StepSight {
  const { unitId, walls, steps, knowsActorsElsewhere } = sightOf;
  const circle = circleIn(sightOf);
  const answers = new Map<Wall, boolean>();
  const behind = ({ marks }: Wall): StepHolders[] =>
    steps.filter(({ elementId }) => isBehind(elementId, marks));
  const reads = (wall: Wall): boolean => {
    const known = answers.get(wall) ?? caller.may('user-task.read', resourceOf(wall));
    answers.set(wall, known);
    return known;
  };
  const resourceOf = (wall: Wall) => {
    const theirs = behind(wall);
    const candidates = theirs.flatMap((step) => step.candidates);
    const isOwn = theirs.some(({ personIds }) => personIds.includes(caller.personId));
    return stepResource(
      { unitId, candidates, assigneeId: isOwn ? caller.personId : null, ...circle },
      wall.level,
    );
  };
  const readsSender = (wall: Wall): boolean => {
    const { handlingUnitIds = [] } = resourceOf(wall);
    const needToKnow = behind(wall).flatMap(({ personIds }) => personIds);
    return mayRead(wall.level, caller.access, { unitId, handlingUnitIds, needToKnow });
  };
  const isBehind = (elementId: string, marks: readonly string[]): boolean =>
    marks.includes(elementId) ||
    walls.some(({ own }) => own.get(elementId)?.marks.some((mark) => marks.includes(mark)));
  const all = (of: (one: Walls) => Wall | undefined, may: (wall: Wall) => boolean): boolean =>
    walls.every((one) => {
      const wall = of(one);
      return wall === undefined || may(wall);
    });
  return {
    knowsActorsElsewhere,
    knowsAll: walls.every(({ closed }) => [...closed.values()].every(reads)),
    knows: (id) => all(({ closed }) => closed.get(id), reads),
    knowsWaiting: (id) => all(({ own }) => own.get(id), reads),
    knowsSender: (id, senderId) =>
      senderId === caller.personId || all(({ senderOf }) => senderOf(id), readsSender),
  };
}
