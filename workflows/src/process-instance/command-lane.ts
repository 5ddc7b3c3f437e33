/** One at a time, in order of arrival: what runs in the lane sees no other command's half-done work. */
export class CommandLane {
  private tail: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.tail.then(work);
    // The failure belongs to whoever waits for `turn`; the lane itself only goes on.
    this.tail = turn.then(ignore, ignore);
    return turn;
  }
}

const ignore = (): void => undefined;
