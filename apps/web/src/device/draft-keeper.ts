import { ApiProblem, isPassing, isRefusal } from '../client/problem.js';
import type { OpenedDraft, ServerDraft } from './choose-draft.js';
import type { DraftContent } from './device-rows.js';

/** Where the last words lie. */
export interface DraftState {
  readonly where: 'nowhere' | 'device' | 'server';
  /** ISO. */
  readonly at?: string;
  /** Written elsewhere meanwhile: nothing is saved on the server until the person has decided. */
  readonly elsewhere?: ServerDraft;
}

/** What the keeper needs of the world. */
export interface DraftDoors {
  readonly keepOnDevice: (draft: {
    readonly content: DraftContent;
    readonly basedOn: number;
    readonly isOnServer: boolean;
    readonly savedAt: string;
  }) => Promise<unknown>;
  /** The next version; rejects with an `ApiProblem`. */
  readonly keepOnServer: (
    content: DraftContent,
    basedOn: number,
  ) => Promise<{ readonly version: number; readonly savedAt: string }>;
  readonly readServer: () => Promise<ServerDraft | null>;
  /** Whether it is what the server was last told from here: the answer was lost. */
  readonly isOwn: (theirs: ServerDraft) => boolean;
  readonly now: () => Date;
  /** Does it later; the answer takes it back. */
  readonly later: (ms: number, act: () => void) => () => void;
  readonly onState: (state: DraftState) => void;
}

/** On the device within two seconds of the first word, on the server within ten. */
const DEVICE_AFTER_MS = 500;
const SERVER_AFTER_MS = 5_000;
const AGAIN_AFTER_MS = 10_000;

const isConflict = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.type === 'urn:wuqing:problem:draft-conflict';

/**
 * Keeps what is being written, on the device and on the server. What changes while it is saved is saved next; what the server
 * refuses stays on the device; what was written elsewhere is never written over before somebody has decided.
 */
export class DraftKeeper {
  private content: DraftContent | undefined;
  private basedOn: number;
  private state: DraftState;
  private cancelDevice: (() => void) | undefined;
  private cancelServer: (() => void) | undefined;
  private isSending = false;
  /** The last words that server and device both have. */
  private kept: DraftContent | undefined;
  /** The server takes no more of it: the step is done, or another's. */
  private isClosed = false;

  constructor(
    private readonly doors: DraftDoors,
    opened: OpenedDraft,
  ) {
    this.content = opened.content;
    this.kept = opened.isOnServer ? opened.content : undefined;
    this.basedOn = opened.basedOn;
    this.state = {
      where: opened.content === undefined ? 'nowhere' : opened.isOnServer ? 'server' : 'device',
      ...(opened.savedAt !== undefined && { at: opened.savedAt }),
      ...(opened.elsewhere && { elsewhere: opened.elsewhere }),
    };
    if (this.state.where === 'device' && !opened.elsewhere) this.sendLater(0);
  }

  get now(): DraftState {
    return this.state;
  }

  change(content: DraftContent): void {
    this.content = content;
    this.cancelDevice ??= this.doors.later(DEVICE_AFTER_MS, () => void this.flush());
    this.sendLater(SERVER_AFTER_MS);
  }

  /** At once, on the device: the page may be going. */
  async flush(): Promise<void> {
    this.cancelDevice?.();
    this.cancelDevice = undefined;
    if (this.content !== this.kept) await this.keepHere(false);
  }

  /** What was written here stays, over what was written elsewhere. */
  keepMine(): void {
    if (!this.state.elsewhere) return;
    this.basedOn = this.state.elsewhere.version;
    this.tell({ where: 'device', at: this.doors.now().toISOString() });
    this.sendLater(0);
  }

  /** What was written elsewhere is gone on from. */
  async takeTheirs(): Promise<DraftContent | undefined> {
    const theirs = this.state.elsewhere;
    if (!theirs) return undefined;
    this.content = theirs.content;
    this.basedOn = theirs.version;
    this.tell({ where: 'server', at: theirs.savedAt });
    await this.keepHere(true);
    return theirs.content;
  }

  /** Saves no more; what is on the device stays there. */
  stop(): void {
    this.isClosed = true;
    this.cancelDevice?.();
    this.cancelServer?.();
    this.cancelDevice = this.cancelServer = undefined;
  }

  private sendLater(ms: number): void {
    if (this.isClosed || this.isSending || this.cancelServer) return;
    this.cancelServer = this.doors.later(ms, () => void this.send());
  }

  private async keepHere(isOnServer: boolean): Promise<void> {
    const { content, basedOn } = this;
    if (content === undefined) return;
    const savedAt = this.doors.now().toISOString();
    await this.doors.keepOnDevice({ content, basedOn, isOnServer, savedAt });
    if (isOnServer) this.kept = content;
    if (!isOnServer) this.tell({ ...this.state, where: 'device', at: savedAt });
  }

  private async send(): Promise<void> {
    this.cancelServer = undefined;
    const sent = this.content;
    if (this.isClosed || this.isSending || sent === undefined || this.state.elsewhere) return;
    this.isSending = true;
    let again: number | undefined;
    try {
      const { version, savedAt } = await this.doors.keepOnServer(sent, this.basedOn);
      this.basedOn = version;
      const isWhole = this.content === sent;
      await this.keepHere(isWhole);
      if (isWhole) this.tell({ where: 'server', at: savedAt });
      else again = SERVER_AFTER_MS;
    } catch (error) {
      again = await this.afterFailure(error);
    } finally {
      this.isSending = false;
    }
    if (again !== undefined) this.sendLater(again);
  }

  /** When to try again; not at all where it is no use. */
  private async afterFailure(error: unknown): Promise<number | undefined> {
    if (!isConflict(error)) {
      if (isRefusal(error) && !isPassing(error)) this.isClosed = true;
      return AGAIN_AFTER_MS;
    }
    const theirs = await this.doors.readServer().catch(() => null);
    if (theirs === null || theirs.leftByName !== null) return AGAIN_AFTER_MS;
    if (this.doors.isOwn(theirs)) {
      this.basedOn = theirs.version;
      return 0;
    }
    this.tell({ ...this.state, elsewhere: theirs });
    return undefined;
  }

  private tell(state: DraftState): void {
    this.state = state;
    this.doors.onState(state);
  }
}
