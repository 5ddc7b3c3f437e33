import { statusOf } from '../problem.js';
import type { LiveTold } from './live-news.js';

interface Said {
  readonly data?: string;
  readonly lastEventId?: string;
}

/** A stream of the browser's own (`EventSource`), as far as it is needed. */
export interface Stream {
  /** 2 where the browser has given up: it was refused. */
  readonly readyState: number;
  addEventListener(event: string, hear: (said: Said) => void): void;
  close(): void;
}

export interface LineDoors {
  readonly open: (since: string | undefined) => Stream;
  readonly look: (since: string | undefined) => Promise<LiveTold>;
  /** Returns how to call it off. */
  readonly later: (ms: number, act: () => void) => () => void;
  readonly onTold: (told: LiveTold) => void;
  /** The session has ended. */
  readonly onEnd: () => void;
}

/** The server beats every 15 s: two that are missed, and a little. */
export const SILENT_MS = 40_000;
export const LOOK_EVERY_MS = 3_000;
/** After so many looks a stream is tried again. */
export const LOOKS_BEFORE_STREAM = 20;
const CLOSED = 2;
const NOT_SIGNED_IN = 401;

/**
 * Hears of changes by a stream, and looks every 3 s where there is none: refused, silent, or cut off by something on the way.
 * From one to the other it goes on where it stood.
 */
export class LiveLine {
  private cursor: string | undefined;
  private stream: Stream | undefined;
  private callOff: () => void = () => undefined;
  private isOver = false;

  constructor(private readonly doors: LineDoors) {}

  start(): void {
    this.listen();
  }

  stop(): void {
    this.isOver = true;
    this.hangUp();
  }

  private listen(): void {
    if (this.isOver) return;
    this.hangUp();
    const stream = this.doors.open(this.cursor);
    this.stream = stream;
    const on = (event: string, act: (told: Said) => void) =>
      stream.addEventListener(event, (told) => {
        if (this.stream === stream) act(told); // one that was hung up says nothing more
      });
    on('changes', ({ data = '{}' }) => {
      this.heard();
      this.take(JSON.parse(data) as LiveTold);
    });
    on('beat', ({ lastEventId }) => {
      this.heard();
      if (lastEventId) this.cursor = lastEventId;
    });
    on('end', () => this.end());
    on('error', () => {
      if (stream.readyState === CLOSED) void this.lookOn(LOOKS_BEFORE_STREAM);
    });
    this.heard();
  }

  /** The line lives; after a long silence it is given up. */
  private heard(): void {
    this.callOff();
    this.callOff = this.doors.later(SILENT_MS, () => void this.lookOn(1));
  }

  private async lookOn(times: number): Promise<void> {
    this.hangUp();
    try {
      this.take(await this.doors.look(this.cursor));
    } catch (error) {
      if (statusOf(error) === NOT_SIGNED_IN) return this.end();
      // Nobody answers: the page says so where it reads; the next look finds what was missed.
    }
    if (this.isOver) return;
    this.callOff = this.doors.later(LOOK_EVERY_MS, () =>
      times > 1 ? void this.lookOn(times - 1) : this.listen(),
    );
  }

  private take(told: LiveTold): void {
    if (this.isOver) return;
    this.cursor = told.cursor;
    if (told.reset || told.items.length > 0) this.doors.onTold(told);
  }

  private end(): void {
    if (this.isOver) return;
    this.stop();
    this.doors.onEnd();
  }

  private hangUp(): void {
    this.callOff();
    this.callOff = () => undefined;
    this.stream?.close();
    this.stream = undefined;
  }
}
