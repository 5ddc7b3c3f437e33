import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { UnitOfWork, liveCursorNow, systemActor, type LiveCursor } from '@wuqing/persistence';
import { CallerReader } from '../access/caller-reader.js';
import type { Caller } from '../access/caller.js';
import { Problem, busy } from '../http/problem.js';
import { Connections } from '../platform/connections.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { VisibleChanges, type NewsSince } from '../visibility/visible-changes.js';
import { beatFrame, changesFrame, endFrame } from './live-frames.js';
import { LiveStream, type Wire } from './live-stream.js';

const READER = systemActor('live');
/** Where the signal was lost, a change is found this late. */
const LOOK_EVERY_MS = 1_000;
const BEAT_MS = 15_000;
/** Sessions expire without anybody's act: each stream's is looked at this often. */
const SESSION_LOOK_MS = 60_000;
const STREAMS_OF_ONE_MAX = 6;
const STREAMS_MAX = 5_000;

const tooManyStreams = (): Problem =>
  new Problem(
    429,
    'too-many-streams',
    '打开的页面过多',
    '您同时打开的页面过多，本页改为定时刷新；关闭一些页面后恢复实时更新。',
  );

/**
 * Tells every browser that listens to this process what has changed, as far as its person may know of the thing. One look
 * at the database serves all of them; any number of processes look beside each other.
 */
@Injectable()
export class LiveHub implements BeforeApplicationShutdown {
  private readonly logger = new Logger('live');
  private readonly streams = new Set<LiveStream>();
  /** Everybody who has begun was told everything up to here; undefined while nobody listens. */
  private cursor: LiveCursor | undefined;
  private beginning: Promise<void> | undefined;
  private looking: Promise<void> | undefined;
  private isWorthAnotherLook = false;
  private timer: NodeJS.Timeout | undefined;
  private lastFailure = '';
  private isOver = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly connections: Connections,
    private readonly callers: CallerReader,
    private readonly changes: VisibleChanges,
    @Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'liveBeatMs'>,
  ) {}

  /** `onOpen` writes the head of the answer; refusals come before it. Returns what to do when the browser goes away. */
  async join(caller: Caller, since: LiveCursor | undefined, onOpen: () => Wire): Promise<() => void> {
    await this.begin();
    // He may come from a process that was ahead of this one.
    if (since !== undefined) await this.look();
    await this.begin(); // the last one may have gone meanwhile
    this.requireRoom(caller);
    const from = this.cursor!;
    const stream = new LiveStream(onOpen(), caller, performance.now());
    this.streams.add(stream);
    this.timer ??= setInterval(() => this.tick(), LOOK_EVERY_MS);
    void this.catchUp(stream, since, from);
    return () => this.leave(stream);
  }

  /** How many listen. */
  get size(): number {
    return this.streams.size;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isOver = true;
    for (const stream of [...this.streams]) this.leave(stream);
    await this.connections.signal.stop();
    await this.looking;
  }

  private requireRoom({ personId }: Caller): void {
    if (this.isOver || this.streams.size >= STREAMS_MAX) throw busy('实时更新的连接已满，本页改为定时刷新。');
    const own = [...this.streams].filter((stream) => stream.caller.personId === personId);
    if (own.length >= STREAMS_OF_ONE_MAX) throw tooManyStreams();
  }

  private async begin(): Promise<void> {
    while (this.cursor === undefined) await (this.beginning ??= this.setOut());
  }

  private async setOut(): Promise<void> {
    try {
      this.connections.signal.start(() => void this.look());
      this.cursor = await this.unitOfWork.look(READER, liveCursorNow);
    } finally {
      this.beginning = undefined;
    }
  }

  /**
   * What a browser missed up to `from`, where it joined; what came later has waited for it, each thing is told once. Its
   * session may have ended while it came.
   */
  private async catchUp(stream: LiveStream, since: LiveCursor | undefined, from: LiveCursor): Promise<void> {
    try {
      if (!(await this.lookAgainAt(stream))) return;
      const first =
        since === undefined
          ? beatFrame(from)
          : framed(stream.caller, await this.newsSince(since, from), /* always */ true)!;
      stream.begin(`retry: ${RETRY_MS}\n${first}`, performance.now());
    } catch (error) {
      this.say(error);
      this.leave(stream); // it comes again by itself
    }
  }

  private leave(stream: LiveStream, last?: string): void {
    stream.close(last);
    this.streams.delete(stream);
    if (this.streams.size > 0) return;
    this.cursor = undefined;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private tick(): void {
    void this.look();
    const now = performance.now();
    const beatMs = this.settings.liveBeatMs ?? BEAT_MS;
    for (const stream of this.streams) {
      if (stream.hasBegun && now - stream.saidAt >= beatMs && this.cursor !== undefined)
        stream.send(beatFrame(this.cursor), now);
      if (now - stream.lookedAt < SESSION_LOOK_MS) continue;
      stream.lookedAt = now;
      this.lookAgainAt(stream).catch((error: unknown) => this.say(error));
    }
  }

  /** Looks at the database at once, or once more where it is looking; until a look that was begun afterwards is over. */
  private look(): Promise<void> {
    this.isWorthAnotherLook = true;
    return (this.looking ??= this.lookOn());
  }

  private async lookOn(): Promise<void> {
    await Promise.resolve(); // `looking` stands before this can be over
    try {
      while (this.isWorthAnotherLook && this.cursor !== undefined) {
        this.isWorthAnotherLook = false;
        await this.tell(await this.newsSince(this.cursor));
      }
      this.lastFailure = '';
    } catch (error) {
      this.say(error); // the cursor stays: the next look finds it all
    } finally {
      this.looking = undefined; // with the last question whether to look again: none falls in between
    }
  }

  private newsSince(cursor: LiveCursor, until?: LiveCursor): Promise<NewsSince> {
    return this.unitOfWork.look(READER, (statements) => this.changes.since(statements, cursor, until));
  }

  private async tell(news: NewsSince): Promise<void> {
    const { standingsMoved, endedPersons } = news;
    for (const stream of [...this.streams])
      if (standingsMoved || endedPersons.has(stream.caller.personId)) await this.lookAgainAt(stream);
    const now = performance.now();
    for (const stream of this.streams) {
      const frame = framed(stream.caller, news);
      if (frame !== undefined) stream.send(frame, now);
    }
    if (this.cursor !== undefined) this.cursor = news.cursor;
  }

  /** Whether its session lives; one that does not is told so, and closed. */
  private async lookAgainAt(stream: LiveStream): Promise<boolean> {
    const caller = await this.callers.peek(stream.tokenHash);
    if (!caller || caller.session.mustChangePassword) {
      this.leave(stream, endFrame());
      return false;
    }
    stream.caller = caller;
    return true;
  }

  private say(error: unknown): void {
    const failure = error instanceof Error ? error.message : String(error);
    if (failure !== this.lastFailure) this.logger.warn(failure);
    this.lastFailure = failure;
  }
}

/** A browser that lost its line comes again after this. */
const RETRY_MS = 1_000;

function framed(caller: Caller, news: NewsSince, always = false): string | undefined {
  const { cursor, isWhole } = news;
  const items = isWhole ? news.heardBy(caller) : [];
  if (isWhole && items.length === 0 && !always) return undefined;
  return changesFrame({ cursor, reset: !isWhole, items });
}
