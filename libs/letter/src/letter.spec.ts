import { isPositionKey } from '@wuqing/organization';
import fc from 'fast-check';
import {
  answeringPositions,
  letterKindOf,
  letterKinds,
  letterStanding,
  letterText,
  needsBasis,
  nextRungOf,
  objectionToLetter,
  type LetterAsked,
  type LetterKind,
} from './index.js';

const kind = (key: string): LetterKind => letterKindOf(key)!;
const said = { matter: '三务公开', facts: '六月未公开。', demand: '补公开。', basis: '《村组法》' };

describe('the kinds of letters', () => {
  it.each(letterKinds.map((one) => [one.key, one] as const))('%s names what there is', (_, one) => {
    expect(one.from.filter((key) => !isPositionKey(key))).toEqual([]);
    expect(one.answer).toMatch(/^\d+[WD]$/);
    expect(one.next === null || letterKindOf(one.next) !== undefined).toBe(true);
    const gaps = one.template.join('').match(/\{\w+\}/g) ?? [];
    expect(gaps).toEqual(expect.arrayContaining(['{matter}', '{facts}', '{demand}', '{answerBy}']));
    expect(gaps.filter((gap) => !['{before}', '{basis}'].includes(gap))).toHaveLength(4);
  });

  it('have each a key and a sign of their own, and seats that answer', () => {
    expect(new Set(letterKinds.map(({ key }) => key)).size).toBe(letterKinds.length);
    expect(new Set(letterKinds.map(({ sign }) => sign)).size).toBe(letterKinds.length);
    expect(
      Object.values(answeringPositions)
        .flat()
        .filter((key) => !isPositionKey(key)),
    ).toEqual([]);
    expect(letterKindOf('toString')).toBeUndefined();
  });

  it('end: no rung leads back to one below', () => {
    for (const { key } of letterKinds) {
      const seen = new Set<string>();
      for (let at: string | null = key; at !== null; at = kind(at).next) {
        expect(seen.has(at)).toBe(false);
        seen.add(at);
      }
    }
  });
});

describe('what stands on the paper', () => {
  it('is the template with its gaps filled', () =>
    expect(letterText(kind('order-to-correct'), said, { answerBy: '2026-08-03', before: '' })).toEqual([
      '经查，你单位在三务公开方面存在以下问题：',
      '六月未公开。',
      '依据《村组法》，现责令你单位改正：',
      '补公开。',
      '请于 2026 年 8 月 3 日 前改正，并书面报告结果。',
    ]));

  it('keeps what somebody writes as it is: gaps, signs of replacement, and lines as paragraphs', () => {
    const odd = { ...said, facts: '一、{demand}\n\n二、$& $1', demand: '{answerBy}' };
    const text = letterText(kind('reminder'), odd, { answerBy: '2026-08-03', before: '' });
    expect(text).toEqual(expect.arrayContaining(['一、{demand}', '二、$& $1', '{answerBy}']));
  });

  it('has no empty paragraph, whatever is said', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (facts, demand) => {
        const text = letterText(
          kind('reminder'),
          { ...said, facts, demand },
          { answerBy: '2026-08-03', before: '' },
        );
        expect(text.every((paragraph) => paragraph.trim() !== '')).toBe(true);
      }),
    ));
});

const course = { kind: 'reminder', answerBy: '2026-08-03', answeredOn: null, isFollowed: false };

describe('a letter', () => {
  it.each([
    ['waits on its last day', {}, '2026-08-03', 'waits', undefined],
    ['is late behind it, and the next rung is due', {}, '2026-08-04', 'late', 'order-to-correct'],
    ['is answered in time', { answeredOn: '2026-08-03' }, '2026-09-01', 'answered', undefined],
    ['is answered late', { answeredOn: '2026-08-04' }, '2026-09-01', 'answered-late', undefined],
    ['is followed once', { isFollowed: true }, '2026-09-01', 'followed', undefined],
    ['of the last rung has none above', { kind: 'interview' }, '2026-09-01', 'late', undefined],
  ] as const)('%s', (_title, change, today, standing, next) => {
    expect(letterStanding({ ...course, ...change }, today)).toBe(standing);
    expect(nextRungOf({ ...course, ...change }, today)?.key).toBe(next);
  });
});

describe('objections', () => {
  const office = { id: 'o', kind: 'office' };
  const village = { id: 'v', kind: 'village' };
  const before = { ...course, fromUnitId: 'o', toUnitId: 'v' };
  const asked: LetterAsked = {
    kind: kind('order-to-correct'),
    from: office,
    to: village,
    basis: '《村组法》',
    before: undefined,
    today: '2026-08-04',
  };

  it.each([
    ['none to a village', {}, undefined],
    ['none to the next rung of a late one', { before }, undefined],
    ['nobody addressed', { to: undefined }, '/toUnitId'],
    ['the town addressed', { to: { id: 't', kind: 'town' } }, '/toUnitId'],
    ['what every object has', { to: { id: 't', kind: 'toString' } }, '/toUnitId'],
    ['itself addressed', { to: office }, '/toUnitId'],
    ['no basis', { basis: ' ' }, '/basis'],
    ['a rung before its time', { before, today: '2026-08-03' }, '/followsId'],
    ['a rung that was taken', { before: { ...before, isFollowed: true } }, '/followsId'],
    ['a rung of somebody else’s letter', { before: { ...before, toUnitId: 'w' } }, '/followsId'],
    ['a rung left out', { kind: kind('interview'), before }, '/followsId'],
    ['an interview about nothing', { kind: kind('interview') }, '/kind'],
  ] as const)('%s', (_title, change, path) =>
    expect(objectionToLetter({ ...asked, ...change })?.path).toBe(path),
  );

  it('ask for a basis where the paper names one alone', () =>
    expect(letterKinds.filter(needsBasis).map(({ key }) => key)).toEqual(['order-to-correct']));
});
