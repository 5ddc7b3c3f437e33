import { matchesSearch } from './pickable.js';

const one = { id: 'p', name: '蔡翠荣', initials: 'ccr', note: '经管站' };

describe('who is found', () => {
  it.each([
    ['', true],
    ['ccr', true],
    ['CC', true],
    ['ｃｃ', true],
    [' 翠荣 ', true],
    ['cr', false],
    ['经管', false],
    ['蔡翠英', false],
  ])('by %j: %s', (typed, isFound) => expect(matchesSearch(one, typed)).toBe(isFound));
});
