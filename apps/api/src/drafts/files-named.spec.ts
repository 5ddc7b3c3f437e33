import { filesNamedIn } from './files-named.js';

const A = '0198c0de-0000-7000-8000-00000000000a';
const B = '0198c0de-0000-7000-8000-00000000000B';

it('finds the files of a draft at every depth, each once, and nothing that only looks like one', () =>
  expect(
    filesNamedIn({
      data: {
        photos: [
          { id: A, sha256: 'x' },
          { id: A, sha256: 'x' },
        ],
        items: [{ receipt: [{ id: B, sha256: 'y' }] }],
        roll: { persons: [{ id: A, mark: '同意' }] },
        odd: { id: 'no-uuid', sha256: 'x' },
        text: null,
      },
    }),
  ).toEqual([A, B.toLowerCase()]));
