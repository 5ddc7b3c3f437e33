import { DEMO_PASSWORD } from '@wuqing/dev-runtime/seed';
import { Listener } from '../../apps/api/src/testing/listener.js';

/** As a process tells it: a thing and which of its versions. */
export interface Told {
  readonly topic: string;
  readonly id: string;
  readonly version: number | null;
}

/** While one process is away the other answers at once. */
const TRIES_MAX = 20;

/** The cookie of a session, which every process of the API knows. */
export async function sessionOf(baseUrl: string, login: string): Promise<string> {
  const response = await fetch(`${baseUrl}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: DEMO_PASSWORD }),
  });
  if (response.status !== 200) throw new Error(`Expected ${login} to sign in, found ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** One browser that follows live changes over whichever process answers: cut off, it goes on at the next from its last event. */
export class Following {
  private readonly listeners: Listener[] = [];
  /** Why it could not come again; undefined while it can. */
  failure: unknown;
  private isLeft = false;
  /** How often it had to come again. */
  returns = 0;

  private constructor(
    private readonly cookie: string,
    private readonly addresses: readonly string[],
    private at: number,
  ) {}

  /** Begins at the address of this number, and has heard where it stands. */
  static async begin(cookie: string, addresses: readonly string[], at: number): Promise<Following> {
    const following = new Following(cookie, addresses, at);
    const first = await following.open();
    await first.until(({ lastId }) => lastId !== '');
    following.follow(first).catch((error: unknown) => (following.failure = error));
    return following;
  }

  /** Everything that it was told, in order, as often as it was told. */
  get told(): readonly Told[] {
    return this.listeners.flatMap(({ heard }) =>
      heard.flatMap(({ data }) => ((data as { items?: Told[] }).items ?? []).map(pick)),
    );
  }

  /** Whether it was ever told to begin anew. */
  get wasReset(): boolean {
    return this.listeners.some(({ heard }) =>
      heard.some(({ data }) => (data as { reset?: boolean }).reset === true),
    );
  }

  leave(): void {
    this.isLeft = true;
    this.listeners.at(-1)?.leave();
  }

  private async follow(first: Listener): Promise<void> {
    for (let listener = first; ; listener = await this.open()) {
      await listener.over();
      if (this.isLeft) return;
      this.returns += 1;
      this.at += 1;
    }
  }

  /** At this address, else at the next: one of them always answers. */
  private async open(): Promise<Listener> {
    const lastEventId = this.listeners.at(-1)?.lastId;
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const baseUrl = this.addresses[this.at % this.addresses.length]!;
      try {
        const listener = await Listener.open({
          baseUrl,
          cookie: this.cookie,
          ...(lastEventId !== undefined && { lastEventId }),
        });
        if (listener.status === 200) {
          this.listeners.push(listener);
          return listener;
        }
      } catch {
        // This process is away.
      }
      this.at += 1;
    }
    throw new Error(`Expected one of ${this.addresses.join(', ')} to answer`);
  }
}

const pick = ({ topic, id, version }: Told): Told => ({ topic, id, version });
