/** What one foreign file, and all of them together, may take. Size, elements, depth: limits of `bpmn-definition`. */
export interface ReadingLimits {
  /** Files that are read at the same time, each in a thread of its own. */
  readonly threadsMax: number;
  /** Files that wait for a thread; one more is refused as busy. */
  readonly waitingMax: number;
  /** From the moment in which a ready thread gets the file; then the thread is ended. */
  readonly readingMsMax: number;
  /** Until a new thread is ready; more is a fault of the installation. */
  readonly startingMsMax: number;
  /** The heap of a thread; beyond it V8 ends the thread. */
  readonly heapMbMax: number;
}

export const readingLimits: ReadingLimits = {
  threadsMax: 2,
  waitingMax: 32,
  readingMsMax: 900,
  startingMsMax: 20_000,
  heapMbMax: 96,
};
