import { bars } from '@wuqing/deliberation';
import { required } from '@wuqing/kernel';
import { barRows } from './bar-rows.js';
import { compiledLibrary } from './compiled-library.js';
import { journeyOf, submissionOf, walkTo } from './walk-to.js';

const { process } = await compiledLibrary('major-matter');
const sentence = (number: number): string =>
  required(
    bars.find((bar) => bar.number === number),
    `bar ${number}`,
  ).sentence;

describe('the bars of sheet 1', () => {
  it.each(barRows.map((row) => [row.bar, row.what, row] as const))('bar %i: %s', (_bar, _what, row) => {
    const { element, guard, bar, by, detour, journey = 'A1', stopAt = element } = row;
    const walker = walkTo(process, journey, stopAt, detour);
    by?.(walker);
    const before = JSON.stringify(walker.state);
    const { submit } = submissionOf(journeyOf(journey), element);
    const answer = walker.complete(element, { ...submit, ...row.submit });
    expect(answer).toEqual({
      ok: false,
      error: { code: 'guard', guard, elementId: element, message: sentence(bar) },
    });
    expect(JSON.stringify(walker.state)).toBe(before);
  });

  it('let the lawful submission of the same elements pass', () => {
    const elements = new Set(
      barRows.filter(({ by, journey }) => !by && !journey).map(({ element }) => element),
    );
    for (const element of elements) {
      const walker = walkTo(process, 'A1', element);
      expect(walker.complete(element, submissionOf(journeyOf('A1'), element).submit)).toEqual({
        ok: true,
        value: null,
      });
    }
  });

  it('record a meeting without quorum when no vote is claimed', () => {
    const walker = walkTo(process, 'A1', 'decide-by-body');
    const { submit } = submissionOf(journeyOf('A1'), 'decide-by-body');
    expect(walker.complete('decide-by-body', { ...submit, present: 26, yes: 0, no: 0, abstain: 0 })).toEqual({
      ok: true,
      value: null,
    });
    expect(walker.open).toContain('convene-body');
  });
});
