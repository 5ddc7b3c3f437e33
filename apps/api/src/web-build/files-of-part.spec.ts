import { filesOfPart, stylesOfPart, type Manifest } from './files-of-part.js';

const manifest: Manifest = {
  page: { file: 'assets/page.js', imports: ['_parts', '_base'], css: ['assets/page.css'] },
  _parts: { file: 'assets/parts.js', imports: ['_base', '_gone'] },
  _base: { file: 'assets/base.js', imports: ['page'], css: ['assets/base.css', 'assets/page.css'] },
  other: { file: 'assets/other.js' },
};

describe('the files of a part', () => {
  it.each([
    ['page', ['/assets/page.js', '/assets/parts.js', '/assets/base.js']],
    ['other', ['/assets/other.js']],
    ['absent', []],
    ['toString', []],
  ])('%s are all that it begins with, each once: %j', (part, files) =>
    expect(filesOfPart(manifest, part)).toEqual(files),
  );

  it('has its style sheets, each once', () =>
    expect(stylesOfPart(manifest, 'page')).toEqual(['/assets/page.css', '/assets/base.css']));
});
