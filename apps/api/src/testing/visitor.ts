/** A browser that keeps its cookie, and sends what a test tells it to, however wrong. */
export class Visitor {
  cookie = '';
  csrfToken = '';
  /** Of another system, which has no cookie. */
  token = '';
  private keys = 0;

  constructor(readonly baseUrl: string) {}

  async signIn(login: string, password: string): Promise<Answer> {
    const answer = await this.send('POST', '/api/session', { body: { login, password } });
    if (answer.status === 200) {
      this.cookie = answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
      this.csrfToken = (answer.body as { csrfToken: string }).csrfToken;
    }
    return answer;
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** With an idempotency key of its own where none is given. */
  post(path: string, body: unknown, key = `key-${(this.keys += 1)}`): Promise<Answer> {
    return this.send('POST', path, { body, headers: { 'idempotency-key': key } });
  }

  /** What is not text. */
  async bytes(path: string): Promise<Buffer> {
    const response = await fetch(this.baseUrl + path, {
      headers: this.cookie ? { cookie: this.cookie } : {},
    });
    if (response.status !== 200) throw new Error(`Expected ${path}, found ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  async send(method: string, path: string, { body, raw, headers = {} }: Sent = {}): Promise<Answer> {
    const response = await fetch(this.baseUrl + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined && raw === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(this.csrfToken ? { 'x-csrf-token': this.csrfToken } : {}),
        ...headers,
      },
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    return {
      status: response.status,
      type,
      headers: response.headers,
      body: /json/.test(type) && text ? JSON.parse(text) : text,
    };
  }
}

export interface Sent {
  readonly body?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  // What the specs look into is asserted there.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}
