import { randomUUID } from 'node:crypto';

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
  private csrfToken = '';

  constructor(
    readonly baseUrl: string,
    readonly login: string,
  ) {}

  static async signIn(baseUrl: string, login: string, password: string): Promise<Person> {
    const person = new Person(baseUrl, login);
    const answer = await person.send<{ csrfToken: string }>('POST', '/api/session', { login, password });
    person.cookie = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
    person.csrfToken = answer.body.csrfToken;
    return person;
  }

  async get<T>(path: string): Promise<T> {
    return (await this.send<T>('GET', path)).body;
  }

  async post<T>(path: string, body: unknown, key: string = randomUUID()): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, key);
  }

  /** Like `post`, but any status is an answer. */
  async request<T>(method: string, path: string, body?: unknown, key?: string): Promise<Answer<T>> {
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.csrfToken ? { 'x-csrf-token': this.csrfToken } : {}),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: (json && text ? JSON.parse(text) : text) as T, headers: response.headers };
  }

  private async send<T>(method: string, path: string, body?: unknown, key?: string): Promise<Answer<T>> {
    const answer = await this.request<T>(method, path, body, key);
    if (answer.status >= 400) throw new UnexpectedAnswer(method, path, answer);
    return answer;
  }
}
