/**
 * Temporal keeps the stack of every promise that a workflow makes, with each of its frames led back to the source: a fifth of what the
 * workflow's thread does. The nearest few frames still say where a fault was thrown. Preloaded, since what a workflow finds there is frozen.
 */
const FRAMES = 3;

Error.stackTraceLimit = FRAMES;
