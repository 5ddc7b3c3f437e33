import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import {
  UnitOfWork,
  dropEventsOver,
  insertSecurityEvents,
  systemActor,
  type SecurityEvent,
} from '@wuqing/persistence';
import { TokenBuckets } from '../http/token-bucket.js';
import { Clock } from '../platform/clock.js';
import { API_SETTINGS, type ApiSettings } from '../settings.js';
import { EventBuffer } from './event-buffer.js';

const ACTOR = systemActor('security-log');
const WRITTEN_EVERY_MS = 1_000;
/** What programs do, day and night, is written by the minute. */
const OFTEN_WRITTEN_EVERY = 60;
const PRUNED_EVERY_MS = 3_600_000;
/** Lines for whoever watches the process; the table has the rest. */
const LINES = { burst: 500, perSecond: 1 };

/**
 * Who came in, who was turned away where, and how often: in a table that keeps a bounded number of rows, and as lines of
 * JSON. Never what anyone sent, never a name or an address. No request waits for it.
 */
@Injectable()
export class SecurityLog implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('security');
  private readonly buffer = new EventBuffer();
  private readonly often = new EventBuffer();
  private beats = 0;
  private readonly lines = new TokenBuckets(LINES);
  private timer: NodeJS.Timeout | undefined;
  private prunedAt = Number.NEGATIVE_INFINITY;
  private unsaid = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(API_SETTINGS) private readonly settings: Pick<ApiSettings, 'securityLines'>,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.beat(), WRITTEN_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  record(event: Omit<SecurityEvent, 'at' | 'count'>): void {
    this.buffer.add({ ...event, at: this.clock.now() });
  }

  /** Of another system: equal ones of a minute are one with their number. */
  recordOften(event: Omit<SecurityEvent, 'at' | 'count'>): void {
    this.often.add({ ...event, at: this.clock.now() });
  }

  /** Writes all that was collected; what the database does not take waits for the next time. */
  async write(): Promise<void> {
    await this.writeOf(this.often);
    await this.writeOf(this.buffer);
  }

  private async beat(): Promise<void> {
    this.beats += 1;
    if (this.beats % OFTEN_WRITTEN_EVERY === 0) await this.writeOf(this.often);
    await this.writeOf(this.buffer);
  }

  private async writeOf(buffer: EventBuffer): Promise<void> {
    const events = buffer.take();
    if (events.length === 0) return;
    try {
      await this.unitOfWork.run(ACTOR, (work) => insertSecurityEvents(work, events));
      await this.prune();
      if (this.settings.securityLines) events.forEach((event) => this.say(event));
    } catch (error) {
      for (const { count, ...event } of events) buffer.add(event, count);
      this.logger.warn(`${events.length} events wait: ${error instanceof Error ? error.name : 'no error'}`);
    }
  }

  private async prune(): Promise<void> {
    const now = this.clock.now();
    if (now - this.prunedAt < PRUNED_EVERY_MS) return;
    this.prunedAt = now;
    await this.unitOfWork.run(ACTOR, (work) => dropEventsOver(work, now));
  }

  private say({ at, kind, accountId, byAccountId, operation, status, count }: SecurityEvent): void {
    if (this.lines.take('', performance.now()) > 0) {
      this.unsaid += 1;
      return;
    }
    const more = this.unsaid > 0 ? { unsaid: this.unsaid } : {};
    this.unsaid = 0;
    const line = {
      security: kind,
      at: new Date(at).toISOString(),
      accountId,
      byAccountId,
      operation,
      status,
      count,
      ...more,
    };
    console.log(JSON.stringify(line));
  }
}
