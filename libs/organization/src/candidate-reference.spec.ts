import { parseCandidateGroups, parseCandidateReference } from './candidate-reference.js';
import { officeCodes } from './office-code.js';
import { allPositionKeys, positionKeys, titleOf } from './position-key.js';

describe('a candidate reference', () => {
  it.each([
    ['village-clerk', 'village-clerk', 'village'],
    [' village-clerk ', 'village-clerk', 'village'],
    ['branch-secretary@branch', 'branch-secretary', 'branch'],
    ['town-head@town', 'town-head', 'town'],
    ['office-clerk@office:jingguan', 'office-clerk', 'office:jingguan'],
    ['office-head@office:paichusuo', 'office-head', 'office:paichusuo'],
  ])('reads “%s”', (text, position, place) => {
    expect(parseCandidateReference(text)).toEqual({ ok: true, value: { position, place } });
  });

  it.each([
    ['', 'Expected a position before “@”'],
    ['mayor', 'Expected a position before “@”'],
    ['toString', 'Expected a position before “@”'],
    ['@town', 'Expected a position before “@”'],
    ['town-head@', 'Expected “@branch”'],
    ['town-head@city', 'Expected “@branch”'],
    ['office-clerk@office:', 'Expected “@branch”'],
    ['office-clerk@office:fire', 'Expected “@branch”'],
    ['office-clerk@office:constructor', 'Expected “@branch”'],
    ['town-head@town@town', 'Expected “@branch”'],
    ['town-head', 'Expected “town-head” in a unit of kind town'],
    ['village-clerk@town', 'Expected “village-clerk” in a unit of kind village'],
    ['office-clerk@town', 'Expected “office-clerk” in a unit of kind office'],
    ['branch-secretary', 'Expected “branch-secretary” in a unit of kind general-branch'],
  ])('refuses “%s”', (text, beginning) => {
    const parsed = parseCandidateReference(text);
    expect(parsed.ok ? null : parsed.error.slice(0, beginning.length)).toBe(beginning);
  });

  it('reads a list, or names the first that is wrong', () => {
    expect(parseCandidateGroups('village-clerk, town-head@town')).toEqual({
      ok: true,
      value: [
        { position: 'village-clerk', place: 'village' },
        { position: 'town-head', place: 'town' },
      ],
    });
    expect(parseCandidateGroups('village-clerk,')).toEqual({
      ok: false,
      error: 'Expected a position before “@”, found “”',
    });
  });

  it.each(allPositionKeys)('finds %s in the kind of unit where it is held', (key) => {
    const places = {
      village: '',
      town: '@town',
      'general-branch': '@branch',
      office: `@office:${officeCodes[0]}`,
    };
    expect(parseCandidateReference(key + places[positionKeys[key].unitKind]).ok).toBe(true);
  });

  it('gives every position a Chinese title of its own', () => {
    expect(new Set(allPositionKeys.map(titleOf)).size).toBe(allPositionKeys.length);
    expect(allPositionKeys.filter((key) => !/^[\p{Script=Han}]+$/u.test(titleOf(key)))).toEqual([]);
  });
});
