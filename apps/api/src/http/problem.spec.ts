import { invalid, problemDocument } from './problem.js';

describe('an answer that names faults', () => {
  it('does not grow with what was sent', () => {
    const many = Array.from({ length: 120_000 }, (_, at) => ({
      path: `/${'长'.repeat(5_000)}${at}`,
      message: '没有这个字段，请删除。',
    }));
    const document = problemDocument(invalid(many));
    expect(document.length).toBeLessThan(20_000);
    expect(JSON.parse(document)).toMatchObject({ detail: expect.stringMatching(/另有 119950 处未列出/) });
  });

  it('names all of a few', () => {
    const one = { path: '/title', message: '请填写。' };
    expect(invalid([one])).toMatchObject({
      detail: '填写的内容有误，请按提示修改后再提交。',
      extensions: { errors: [one] },
    });
  });
});
