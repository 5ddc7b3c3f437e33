import { randomUUID } from 'node:crypto';
import { UnexpectedAnswer, type Answer, type Person } from '@wuqing/dev-runtime/drive';
import { until } from './until.js';

const PATIENCE_MS = 90_000;

/** Asks again while a server is down (no connection, or an answer from 500 on); any other failure is thrown. */
export const steadfast = <T>(ask: () => Promise<T>): Promise<T> =>
  until(PATIENCE_MS, async () => {
    try {
      return { value: await ask() };
    } catch (error) {
      if (isOutage(error)) return undefined;
      throw error;
    }
  }).then(({ value }) => value);

/** Posts under one key, as a browser would, until the answer is settled: neither 202 nor an outage. */
export async function postForSure<T>(
  person: Person,
  path: string,
  body: unknown,
  key: string = randomUUID(),
): Promise<Answer<T>> {
  return until(PATIENCE_MS, async () => {
    const answer = await steadfast(() => person.request<T>('POST', path, body, key));
    return answer.status === 202 || answer.status >= 500 ? undefined : answer;
  });
}

/** `fetch` throws a TypeError of another realm than a spec's, so that `instanceof` does not know it. */
function isOutage(error: unknown): boolean {
  if (error instanceof UnexpectedAnswer) return error.answer.status >= 500;
  const { name, message } = error as Error;
  return name === 'TypeError' && (message === 'fetch failed' || message === 'terminated');
}
