import type { OutcomesInside } from './build-net.js';
import type { StateSpace } from './explore.js';
import type { GraphScope } from './flow-graph.js';
import type { Net } from './net.js';

/** A scope with its net and what the net can do. */
export interface Looked {
  readonly scope: GraphScope;
  readonly inside: OutcomesInside;
  readonly net: Net;
  readonly space: StateSpace;
}
