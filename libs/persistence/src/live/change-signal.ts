import { Client } from 'pg';

const CHANNEL = 'wuqing_live';
const RETRY_MS = 1_000;

/**
 * Hears that something was committed, over a connection of its own, and comes back where that was lost. What it misses
 * meanwhile is found by whoever looks now and then: the signal says only that it is worth while to look at once.
 */
export class ChangeSignal {
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private hear: (() => void) | undefined;

  constructor(
    private readonly url: string,
    private readonly applicationName = 'wuqing-live',
  ) {}

  /** `hear` is called at once, too, and whenever the connection is there again. */
  start(hear: () => void): void {
    if (this.hear) return;
    this.hear = hear;
    void this.connect();
  }

  async stop(): Promise<void> {
    this.hear = undefined;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined); // it may be lost already
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: this.applicationName,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    this.client = client;
    client.on('error', () => this.again(client));
    client.on('end', () => this.again(client));
    client.on('notification', () => this.hear?.());
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.hear?.();
    } catch {
      this.again(client); // whoever looks now and then is told by his own statements why
    }
  }

  private again(lost: Client): void {
    if (this.client !== lost) return;
    this.client = undefined;
    lost.removeAllListeners('end');
    void lost.end().catch(() => undefined);
    if (this.hear) this.timer = setTimeout(() => void this.connect(), RETRY_MS);
  }
}
