/**
 * Time for one case: forward to a moment of its own, or to the present and to stay there. For tests, demo and training.
 *
 * No service may import it. Begin with `fast-forward.ts`.
 */
export { fastForward, type FastForwardDependencies } from './fast-forward.js';
export { bringToPresent } from './bring-to-present.js';
