import { instantOf } from '@wuqing/kernel';
import { defaultHours, digestDay, isQuiet, readHours } from './hours.js';

const ZONE = 'Asia/Shanghai';
const at = (time: string) => instantOf(`2026-11-29T${time}+08:00`);

describe('quiet hours', () => {
  it.each([
    ['00:00:00', true],
    ['07:59:59', true],
    ['08:00:00', false],
    ['12:00:00', false],
    ['19:59:59', false],
    ['20:00:00', true],
    ['23:59:59', true],
  ])('over midnight, at %s: %s', (time, quiet) => expect(isQuiet(at(time), defaultHours, ZONE)).toBe(quiet));

  it.each([
    ['11:59:59', false],
    ['12:00:00', true],
    ['14:00:00', false],
  ])('within a day, at %s: %s', (time, quiet) => {
    const noon = { ...defaultHours, quietFrom: '12:00', quietTo: '14:00' };
    expect(isQuiet(at(time), noon, ZONE)).toBe(quiet);
  });

  it.each(['00:00:00', '03:00:00', '20:00:00'])('never, where they end as they begin: %s', (time) => {
    expect(isQuiet(at(time), { ...defaultHours, quietFrom: '03:00', quietTo: '03:00' }, ZONE)).toBe(false);
  });
});

describe('the digest', () => {
  it.each([
    ['07:59:59', undefined],
    ['08:00:00', '2026-11-29'],
    ['19:59:59', '2026-11-29'],
    ['20:00:00', undefined],
  ])('at %s is of %s', (time, day) => expect(digestDay(at(time), defaultHours, ZONE)).toBe(day));
});

describe('hours as somebody wrote them', () => {
  it.each([
    ['a digest in quiet hours', { ...defaultHours, digestAt: '07:30' }],
    ['a time beyond the day', { ...defaultHours, quietTo: '24:00' }],
    ['no time', { ...defaultHours, quietFrom: '8 点' }],
  ])('are refused with a sentence: %s', (_what, written) => {
    const read = readHours(written);
    expect(read.ok ? '' : read.error).toMatch(/^[\p{Script=Han}\d :，至]+。$/u);
  });

  it('hold as they are', () => expect(readHours(defaultHours)).toEqual({ ok: true, value: defaultHours }));
});
