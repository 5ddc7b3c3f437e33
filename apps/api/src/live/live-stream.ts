import type { Writable } from 'node:stream';
import type { Caller } from '../access/caller.js';

/** What of a response a stream needs. */
export interface Wire {
  write(text: string): unknown;
  end(text?: string): unknown;
  /** Bytes that wait because the other side does not read. */
  readonly writableLength: number;
}

/** Calls `perform` when the other side is gone: at once where it went before anybody asked, for it says so only once. */
export function onceGone(wire: Pick<Writable, 'destroyed' | 'once'>, perform: () => void): void {
  if (wire.destroyed) perform();
  else wire.once('close', perform);
}

/** Whoever lets more than this lie unread is sent away, and comes again from where he stood. */
const UNREAD_BYTES_MAX = 256 * 1_024;

/** One browser that listens. */
export class LiveStream {
  private waiting: string[] | undefined = [];
  private isClosed = false;
  /** When it was last written to, and when its caller was last looked at: ms of the hub's watch. */
  saidAt: number;
  lookedAt: number;

  constructor(
    private readonly wire: Wire,
    public caller: Caller,
    now: number,
  ) {
    this.saidAt = now;
    this.lookedAt = now;
  }

  get tokenHash(): string {
    return this.caller.session.tokenHash;
  }

  /** Whether it was told everything from before it came. */
  get hasBegun(): boolean {
    return this.waiting === undefined;
  }

  /** What it missed comes first; what changed meanwhile has waited. */
  begin(first: string, now: number): void {
    const waiting = this.waiting ?? [];
    this.waiting = undefined;
    for (const frame of [first, ...waiting]) this.send(frame, now);
  }

  send(frame: string, now: number): void {
    if (this.isClosed) return;
    if (this.waiting) return void this.waiting.push(frame);
    if (this.wire.writableLength > UNREAD_BYTES_MAX) return this.close();
    this.wire.write(frame);
    this.saidAt = now;
  }

  close(last?: string): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.waiting = undefined;
    this.wire.end(last);
  }
}
