import { Problem } from '../http/problem.js';
import { requireAccepted, sentenceOf } from './command-reply.js';

const rejected = (code: 'guard' | 'not-active', message: string) => ({
  status: 'rejected' as const,
  rejection: { code, message, guard: 'bar-1', elementId: 'ballot' },
});

describe('what a command says to its sender', () => {
  it("is the law's own sentence where a guard refused", () => {
    const outcome = rejected('guard', '通知（张榜）未满法定日数，不得表决。');
    expect(() => requireAccepted(outcome)).toThrow(
      expect.objectContaining({
        status: 409,
        detail: '通知（张榜）未满法定日数，不得表决。',
        extensions: { rejection: { code: 'guard', guard: 'bar-1', elementId: 'ballot' } },
      }),
    );
  });

  it('is never the sentence for developers', () => {
    expect(sentenceOf(rejected('not-active', 'Expected user task a#1 to run'))).toBe(
      '该步骤已办结或已撤回，请刷新后再试。',
    );
    expect(sentenceOf({ status: 'incident', message: '23514 some_check' })).not.toContain('some_check');
  });

  it('is nothing where it was accepted', () => {
    expect(() => requireAccepted({ status: 'accepted', position: 3 })).not.toThrow();
    expect(() => requireAccepted({ status: 'conflict', message: '已变化' })).toThrow(Problem);
  });
});
