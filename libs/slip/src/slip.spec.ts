import { isOfficeCode, isPositionKey } from '@wuqing/organization';
import { objectionToSlip, slipKindOf, slipKinds } from './index.js';

const office = (code: string) => ({ id: `office-${code}`, kind: 'office', code });
const village = { id: 'v01', kind: 'village', code: 'v01' };
const clue = slipKindOf('discipline-clue');

describe('the kinds of slips', () => {
  it.each(slipKinds.map((kind) => [kind.key, kind] as const))('%s names what there is', (_, kind) => {
    expect(kind.from.filter((key) => !isPositionKey(key))).toEqual([]);
    expect(kind.to.filter((code) => !isOfficeCode(code))).toEqual([]);
    expect(kind.receipt).toMatch(/^\d+[WD]$/);
  });

  it('have each a key and a sign of their own, so that no two series share a number', () => {
    expect(new Set(slipKinds.map(({ key }) => key)).size).toBe(slipKinds.length);
    expect(new Set(slipKinds.map(({ sign }) => sign)).size).toBe(slipKinds.length);
  });

  it('are none by another name', () => expect(slipKindOf('toString')).toBeUndefined());
});

describe('a slip', () => {
  it.each([
    ['from a village to the office that takes it', clue, village, office('jiwei'), undefined],
    ['of no kind', undefined, village, office('jiwei'), '/kind'],
    ['to another office', clue, village, office('zuzhi'), '/toUnitId'],
    ['to a village', clue, office('zuzhi'), { ...village, code: 'jiwei' }, '/toUnitId'],
    ['to nobody', clue, village, undefined, '/toUnitId'],
    ['to oneself', clue, office('jiwei'), office('jiwei'), '/toUnitId'],
  ] as const)('%s', (_title, kind, from, to, path) =>
    expect(objectionToSlip(kind, from, to)?.path).toBe(path),
  );

  it('says which offices take it', () =>
    expect(objectionToSlip(clue, village, undefined)?.message).toBe(
      '《问题线索移送单》只能移送给：纪委办。',
    ));
});
