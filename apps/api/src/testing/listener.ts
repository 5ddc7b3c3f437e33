/** One event of a stream, as a browser would dispatch it. */
export interface Heard {
  readonly event: string;
  // What the specs look into is asserted there.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  /** The last id that was sent, with this event or before it. */
  readonly lastId: string;
}

export interface Listening {
  readonly baseUrl: string;
  readonly cookie: string;
  readonly lastEventId?: string;
}

/** Listens to live changes as a browser does, by the rules of the HTML standard and none of our code. */
export class Listener {
  readonly heard: Heard[] = [];
  status = 0;
  body = '';
  lastId = '';
  isOver = false;
  private readonly waiting = new Set<() => void>();
  private readonly leaving = new AbortController();

  static async open(listening: Listening): Promise<Listener> {
    const listener = new Listener();
    await listener.connect(listening);
    return listener;
  }

  /** The first event, heard or to come, of which this holds; throws where the stream ends before. */
  async until(holds: (heard: Heard) => boolean): Promise<Heard> {
    for (let seen = 0; ;) {
      for (; seen < this.heard.length; seen += 1) if (holds(this.heard[seen]!)) return this.heard[seen]!;
      if (this.isOver) throw new Error(`Expected another event, heard ${JSON.stringify(this.heard)}`);
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  /** Ids of the things that it heard of, by topic. */
  ids(topic: string): string[] {
    const items = this.heard.flatMap(({ data }) => data?.items ?? []) as { topic: string; id: string }[];
    return items.filter((one) => one.topic === topic).map(({ id }) => id);
  }

  async over(): Promise<void> {
    while (!this.isOver) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  leave(): void {
    this.leaving.abort();
  }

  private async connect({ baseUrl, cookie, lastEventId }: Listening): Promise<void> {
    const response = await fetch(`${baseUrl}/api/live`, {
      headers: {
        accept: 'text/event-stream',
        cookie,
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      },
      signal: this.leaving.signal,
    });
    this.status = response.status;
    if (response.status === 200) void this.read(response.body!);
    else this.body = await response.text();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop()!;
        blocks.forEach((block) => this.take(block));
      }
    } catch {
      // Cut off, by the other side or by `leave`: what was heard stands.
    }
    this.isOver = true;
    this.wake();
  }

  private take(block: string): void {
    const fields = block.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line)?.slice(1) ?? ['', '']);
    const of = (name: string): string | undefined => fields.find(([field]) => field === name)?.[1];
    this.lastId = of('id') ?? this.lastId;
    const data = of('data');
    if (data === undefined || data === '') return;
    this.heard.push({ event: of('event') ?? 'message', data: JSON.parse(data), lastId: this.lastId });
    this.wake();
  }

  private wake(): void {
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const resolve of waiting) resolve();
  }
}
