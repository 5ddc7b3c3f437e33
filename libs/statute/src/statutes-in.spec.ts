import { statutes } from './statutes.js';
import { statutesIn } from './statutes-in.js';

const named = (citation: string, bar?: number) =>
  statutesIn(citation, bar).map(({ law, article }) => `${law}${article}`);

describe('the articles that a citation names', () => {
  it.each([
    ['村民委员会组织法第三十五条', ['村民委员会组织法第三十五条']],
    ['村民委员会组织法第三十五条，末日遇休息日顺延', ['村民委员会组织法第三十五条']],
    [
      '村民委员会组织法第二十五条；山东省实施办法第十七条',
      ['村民委员会组织法第二十五条', '山东省实施办法第十七条'],
    ],
    ['村民委员会组织法第二十五条、第二十六条', ['村民委员会组织法第二十五条', '村民委员会组织法第二十六条']],
    ['农村集体经济组织法第二十六条第（八）项', ['农村集体经济组织法第二十六条']],
    ['山东省实施办法第二十四条（2012）', ['山东省实施办法第二十四条']],
    ['党支部工作条例第十二条；未达人数不得表决，须另行开会', ['党支部工作条例第十二条']],
    ['村民委员会组织法（2025）第二十六条', ['村民委员会组织法第二十六条']],
    ['村民委员会组织法（2018）第二十四条', []],
    ['村民委员会组织法第九十九条', []],
    ['有利害关系的不得参加表决', []],
    ['', []],
  ])('%s', (citation, articles) => expect(named(citation)).toEqual(articles));

  it('are those behind the bar where the law stands alone', () => {
    expect(named('农村集体经济组织法', 16)).toEqual(['农村集体经济组织法第三十五条']);
    expect(named('农村集体经济组织法')).toEqual([]);
    expect(named('农村集体经济组织法第二十七条', 16)).toEqual(['农村集体经济组织法第二十七条']);
  });

  it('are each named once', () => {
    expect(named('党支部工作条例第十一条；党支部工作条例第十一条')).toHaveLength(1);
  });
});

describe('the table', () => {
  it('holds each article once, with its words, its source and its day', () => {
    const keys = statutes.map(({ law, article }) => law + article);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { paragraphs, source, from } of statutes) {
      expect(paragraphs.every((one) => one.trim() !== '')).toBe(true);
      expect(source).not.toBe('');
      expect(from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('writes in full-width signs', () => {
    for (const { paragraphs } of statutes) expect(paragraphs.join('')).not.toMatch(/[,;:()?!]/);
  });
});
