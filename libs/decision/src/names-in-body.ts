import type { BoxedIteration } from './decision-logic.js';

/** What the body of an iteration sees besides its surroundings; the results so far are `for`'s alone. */
export const namesInBody = ({ type, name }: Pick<BoxedIteration, 'type' | 'name'>): string[] =>
  type === 'for' ? [name, 'partial'] : [name];
