import { isPhotoFor } from './files-of-field.js';

const field = (file: object) => ({
  key: 'papers',
  root: {
    type: 'object',
    properties: { papers: { type: 'array', title: '材料', maxItems: 3, 'x-file': { maxBytes: 9, ...file } } },
  },
});

describe('what is made smaller and marked', () => {
  it.each<[object, string, boolean]>([
    [{ kind: 'photo' }, 'image/jpeg', true],
    [{ kind: 'photo' }, '', true],
    [{ kind: 'file' }, 'image/jpeg', true],
    [{ kind: 'file' }, 'image/heic', true],
    [{ kind: 'file', accept: ['pdf', 'image'] }, 'image/png', true],
    [{ kind: 'file', accept: ['pdf', 'word'] }, 'image/png', false],
    [{ kind: 'file' }, 'application/pdf', false],
    [{ kind: 'file' }, 'image/svg+xml', false],
    [{ kind: 'file' }, '', false],
    [{ kind: 'signature' }, 'image/png', false],
  ])('in a field %j of %s: %s', (file, mediaType, isPhoto) =>
    expect(isPhotoFor(field(file), mediaType)).toBe(isPhoto),
  );
});
