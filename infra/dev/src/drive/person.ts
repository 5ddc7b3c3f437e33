import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { required } from '@wuqing/kernel';
import type { CommandShown, Me, PendingShown } from './shown.js';

/** A command that was not answered at once is settled well within this. */
const SETTLED_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 200;

export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** An answer that was not the expected one, with the server's own words. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  constructor(
    readonly method: string,
    readonly path: string,
    readonly answer: Answer,
  ) {
    super(`Expected ${method} ${path} to succeed, found ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
}

/** Someone of the township at a browser: a session of their own, over HTTP and nothing else. */
export class Person {
  private cookie = '';
  private signedInAs: Me | undefined;

  constructor(
    readonly baseUrl: string,
    readonly login: string,
  ) {}

  /** Who this is, as the API says it. */
  get me(): Me {
    return required(this.signedInAs, `${this.login} signed in`);
  }

  /** By which every request is known to be this person's. */
  get headers(): Readonly<Record<string, string>> {
    return {
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...(this.signedInAs ? { 'x-csrf-token': this.signedInAs.csrfToken } : {}),
    };
  }

  static async signIn(baseUrl: string, login: string, password: string): Promise<Person> {
    const person = new Person(baseUrl, login);
    const answer = await person.send<Me>('POST', '/api/session', { login, password });
    person.cookie = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    person.signedInAs = answer.body;
    return person;
  }

  async get<T>(path: string): Promise<T> {
    return (await this.send<T>('GET', path)).body;
  }

  /** A file that is handed out. */
  async getBytes(path: string): Promise<Buffer> {
    const response = await fetch(this.baseUrl + path, { headers: this.headers });
    if (!response.ok) {
      const { status, headers } = response;
      throw new UnexpectedAnswer('GET', path, { status, headers, body: await response.text() });
    }
    return Buffer.from(await response.arrayBuffer());
  }

  async post<T>(path: string, body: unknown, key: string = randomUUID()): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, key);
  }

  async put<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body);
  }

  /** Like `request` of a POST, and where the answer is 202, the answer of its command once that is settled. */
  async postUntilSettled<T>(path: string, body: unknown, key: string = randomUUID()): Promise<Answer<T>> {
    const giveUpAt = performance.now() + SETTLED_WITHIN_MS;
    for (;;) {
      const answer = await this.request<T>('POST', path, body, key);
      if (answer.status !== 202) return answer;
      const { command } = answer.body as PendingShown;
      while ((await this.get<CommandShown>(command)).status === 'pending') {
        if (performance.now() > giveUpAt) throw new UnexpectedAnswer('POST', path, answer);
        await pause(ASK_EVERY_MS);
      }
    }
  }

  /** Like `post`, but any status is an answer. */
  async request<T>(method: string, path: string, body?: unknown, key?: string): Promise<Answer<T>> {
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...this.headers,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      body: (json && text ? JSON.parse(text) : text) as T,
      headers: response.headers,
    };
  }

  /** The whole of an announced file in one piece, by the tus protocol. */
  async sendBytes(path: string, bytes: Uint8Array): Promise<void> {
    const response = await fetch(this.baseUrl + path, {
      method: 'PATCH',
      headers: {
        'content-type': 'application/offset+octet-stream',
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        ...this.headers,
      },
      body: new Uint8Array(bytes),
    });
    if (response.status >= 400)
      throw new UnexpectedAnswer('PATCH', path, {
        status: response.status,
        body: await response.text(),
        headers: response.headers,
      });
  }

  private async send<T>(method: string, path: string, body?: unknown, key?: string): Promise<Answer<T>> {
    const answer = await this.request<T>(method, path, body, key);
    if (answer.status >= 400) throw new UnexpectedAnswer(method, path, answer);
    return answer;
  }
}
