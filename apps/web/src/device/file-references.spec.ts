import { referencesIn, withReferences } from './file-references.js';

const file = (id: string) => ({ id, sha256: `hash-${id}` });
const data = {
  title: '修路',
  photos: [file('a'), file('b')],
  minutes: [file('c')],
  roll: { persons: [{ id: 'p', mark: '同意' }] },
  items: [{ name: '沙', receipt: [file('d')] }],
  none: [],
};

it('finds the files of an answer at every depth, and takes no person for one', () =>
  expect(referencesIn(data).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']));

it('puts others in their places, takes out what has not arrived, and leaves all else as it is', () =>
  expect(
    withReferences(
      data,
      new Map([
        ['a', file('A')],
        ['b', null],
        ['c', null],
        ['d', file('D')],
      ]),
    ),
  ).toEqual({
    title: '修路',
    photos: [file('A')],
    roll: { persons: [{ id: 'p', mark: '同意' }] },
    items: [{ name: '沙', receipt: [file('D')] }],
    none: [],
  }));
