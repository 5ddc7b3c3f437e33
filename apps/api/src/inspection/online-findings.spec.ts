import fc from 'fast-check';
import { findingsOf, type NoticeFacts, type Verdict } from './online-findings.js';
import { keysOf, type OnlineKey } from './review-lines.js';

const good: NoticeFacts = {
  publishedOn: '2026-11-10',
  dueOn: '2026-11-11',
  fromOn: '2026-11-10',
  toOn: '2026-11-25',
  fieldsMax: 3,
  missing: [],
  photos: 2,
  texts: ['路灯电费 862.40 元'],
  failedBefore: 0,
};

it('has a finding for each of the ten lines', () => {
  expect(keysOf('online')).toHaveLength(10);
  expect(Object.keys(findingsOf(good)).sort()).toEqual([...keysOf('online')].sort());
});

it.each<[string, OnlineKey, Partial<NoticeFacts>, Verdict, string]>([
  ['on its last day', 'on-time', { publishedOn: '2026-11-11' }, 'pass', '2026-11-11 公开，期限 2026-11-11'],
  ['a day late', 'on-time', { publishedOn: '2026-11-12' }, 'fail', '2026-11-12 公开，期限 2026-11-11'],
  ['without a term', 'on-time', { dueOn: null }, 'look', '2026-11-10 公开，没有设期限'],
  ['whole', 'complete', {}, 'pass', '应有 3 项，列出 3 项'],
  ['with a gap', 'complete', { missing: ['结算'] }, 'fail', '应有 3 项，列出 2 项，缺 结算'],
  [
    'under no list of fields',
    'complete',
    { fieldsMax: 0 },
    'look',
    '流程没有写明必填的公开项，请对照原件核对',
  ],
  ['fifteen days', 'long-enough', {}, 'pass', '2026-11-10 至 2026-11-25，共 15 日'],
  [
    'fourteen days',
    'long-enough',
    { toOn: '2026-11-24' },
    'look',
    '2026-11-10 至 2026-11-24，共 14 日，请看这一种公开要不要满 15 日',
  ],
  ['without days', 'long-enough', { toOn: null }, 'look', '没有写明公开起止日，请看原件'],
  ['without a photo', 'photo-whole', { photos: 0 }, 'fail', '没有照片'],
  ['with photos', 'photo-whole', {}, 'look', '有 2 个附件，请看是否拍到全栏和二维码'],
  ['with an identity card', 'masked', { texts: ['低保 370481198001011234'] }, 'fail', '疑有证件号没有脱敏'],
  ['with a bank card', 'masked', { texts: ['卡 6222 0212 3456 7890 123'] }, 'fail', '疑有银行卡号没有脱敏'],
  ['with a telephone', 'masked', { texts: ['电话 13812345678'] }, 'fail', '疑有手机号没有脱敏'],
  [
    'masked',
    'masked',
    { texts: ['3704**********1234，138****5678'] },
    'pass',
    '没有证件号、银行卡号、手机号',
  ],
  ['never reviewed', 'mended', { failedBefore: null }, 'not-applicable', '以前没有审过'],
  ['good before', 'mended', {}, 'not-applicable', '上次没有不合格'],
  ['bad before', 'mended', { failedBefore: 2 }, 'look', '上次有 2 项不合格，请看是否已经改正'],
])('finds what was published %s (%s)', (_, key, facts, verdict, text) => {
  expect(findingsOf({ ...good, ...facts })[key]).toEqual({ verdict, text });
});

it('finds a telephone wherever it stands between other words', () => {
  const words = fc.string().map((text) => text.replace(/\d/g, ''));
  fc.assert(
    fc.property(words, words, fc.integer({ min: 3, max: 9 }), (before, after, second) => {
      const texts = [`${before}1${second}123456789${after}`];
      expect(findingsOf({ ...good, texts }).masked.verdict).toBe('fail');
    }),
  );
});
