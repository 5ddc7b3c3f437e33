import { Logger, NotFoundException, type ArgumentsHost } from '@nestjs/common';
import { jest } from '@jest/globals';
import { ProblemFilter } from './problem.filter.js';
import { REPORT_NUMBER } from './write-problem.js';

function answerTo(error: unknown): {
  readonly headers: Record<string, string>;
  readonly logged: readonly unknown[];
} {
  const headers: Record<string, string> = {};
  const response = {
    locals: {},
    headersSent: false,
    writableEnded: false,
    destroyed: false,
    setHeader: (name: string, value: string) => void (headers[name] = value),
    status: () => response,
    set: () => response,
    vary: () => response,
    type: () => response,
    end: () => response,
  };
  const request = {
    method: 'GET',
    headers: {},
    route: { path: '/api/cases' },
    app: { router: { stack: [] } },
  };
  const host = { switchToHttp: () => ({ getRequest: () => request, getResponse: () => response }) };
  const log = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  try {
    new ProblemFilter({ evenStepMs: 0 }).catch(error, host as unknown as ArgumentsHost);
    return { headers, logged: log.mock.calls.flat() };
  } finally {
    log.mockRestore();
  }
}

describe('the number of a failure', () => {
  it('is in the answer and in the log, and another one each time', () => {
    const first = answerTo(new TypeError('secret'));
    const number = first.headers[REPORT_NUMBER]!;
    expect(number).toMatch(/^[0-9A-F]{6}$/);
    expect(String(first.logged[0])).toMatch(new RegExp(`^${number} 500 GET /api/cases TypeError`));
    expect(String(first.logged[0])).not.toContain('secret');
    expect(answerTo(new TypeError('x')).headers[REPORT_NUMBER]).not.toBe(number);
  });

  it('stands on no refusal: nothing tells two 404 apart', () =>
    expect(answerTo(new NotFoundException()).headers).not.toHaveProperty(REPORT_NUMBER));
});
