import { findsName } from './finds-name.js';

const one = { name: '蔡翠荣', initials: 'ccr' };

describe('a name is found', () => {
  it.each([
    ['', true],
    ['ccr', true],
    ['CC', true],
    ['ｃｃ', true],
    [' 翠荣 ', true],
    ['cr', false],
    ['经管', false],
    ['蔡翠英', false],
  ])('by %j: %s', (typed, isFound) => expect(findsName(one, typed)).toBe(isFound));
});
