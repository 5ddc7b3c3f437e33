import { onsiteFindingsOf } from './onsite-findings.js';

const period = { fromOn: '2026-08-20', toOn: '2026-09-04' };

it.each<[readonly (string | null)[], string, string]>([
  [[], 'fail', '没有照片'],
  [[null, null], 'look', '照片没有拍摄时间，请到现场看'],
  [
    ['2026-08-21', null, '2026-08-21'],
    'look',
    '拍摄于 2026-08-21，公开期自 2026-08-20 至 2026-09-04，请看是否一直在栏上',
  ],
  [
    ['2026-09-05', '2026-08-20'],
    'look',
    '拍摄于 2026-08-20、2026-09-05，公开期自 2026-08-20 至 2026-09-04，请看是否一直在栏上',
  ],
  [['2026-08-19'], 'fail', '拍摄于 2026-08-19，公开期自 2026-08-20 至 2026-09-04，没有公开期内的照片'],
])('photos of %j: %s', (takenOn, verdict, text) =>
  expect(onsiteFindingsOf({ takenOn, ...period })['still-hanging']).toEqual({ verdict, text }),
);

it('judges nothing of a board that only a person can see', () => {
  const { readable, ...rest } = onsiteFindingsOf({ takenOn: ['2026-08-21'], fromOn: null, toOn: null });
  expect(readable).toEqual({ verdict: 'look', text: '有 1 张照片，请看照片' });
  expect(rest['still-hanging'].text).toBe('拍摄于 2026-08-21，没有写明公开起止日');
  expect(Object.values(rest).map(({ verdict }) => verdict)).toEqual(['look', 'look', 'look', 'look']);
});
