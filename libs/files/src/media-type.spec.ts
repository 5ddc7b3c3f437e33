import fc from 'fast-check';
import { judgeContent } from './judge-content.js';
import { mediaTypeOf, mediaTypes } from './media-type.js';
import { fileRuleOf } from './file-rule.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const endsOf = (content: Uint8Array) => ({ head: content, tail: content });

/** An entry of a ZIP's directory. */
const entry = (name: string): string =>
  `PK\x01\x02${'\0'.repeat(24)}${String.fromCharCode(name.length, 0)}${'\0'.repeat(16)}${name}`;
const zip = (...names: string[]): Uint8Array => bytes(`PK\x03\x04${names.map(entry).join('')}`);

describe('a type', () => {
  it.each<[string, Uint8Array, string | undefined]>([
    ['JPEG', bytes('\xff\xd8\xff\xe0'), 'jpeg'],
    ['PNG', bytes('\x89PNG\r\n\x1a\n'), 'png'],
    ['WebP', bytes('RIFF\0\0\0\0WEBP'), 'webp'],
    ['another RIFF', bytes('RIFF\0\0\0\0WAVE'), undefined],
    ['PDF', bytes('%PDF-1.7'), 'pdf'],
    ['an old office file', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'old'],
    ['Word', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['Excel', zip('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
    ['OFD', zip('OFD.xml', 'Doc_0/Document.xml'), 'ofd'],
    ['Word with macros', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), undefined],
    ['a ZIP of anything', zip('word/document.xml'), undefined],
    ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), undefined],
    ['HTML', bytes('<!doctype html>'), undefined],
    ['a program', bytes('MZ\x90\0'), undefined],
    ['nothing', bytes(''), undefined],
  ])('%s is told by its content', (_what, content, name) => expect(mediaTypeOf(endsOf(content))).toBe(name));

  it('of whatever bytes is one that is known, or none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        const name = mediaTypeOf(endsOf(content));
        expect(name === undefined || Object.hasOwn(mediaTypes, name)).toBe(true);
      }),
    );
  });
});

describe('a rule', () => {
  const field = { kind: 'file', maxBytes: 1_000, maxCount: 2, accept: ['pdf', 'word'] } as const;
  const pdf = bytes('%PDF-1.7');

  it('is the field’s within the town’s limit', () => {
    expect(fileRuleOf(field, 500)).toEqual({
      kind: 'file',
      bytesMax: 500,
      countMax: 2,
      accept: ['pdf', 'docx', 'old'],
    });
    expect(fileRuleOf(field, 5_000).bytesMax).toBe(1_000);
  });

  it.each<[string, number, Uint8Array, RegExp | 'pdf']>([
    ['what it accepts', 8, pdf, 'pdf'],
    ['nothing', 0, pdf, /空文件/],
    ['too much', 1_001, pdf, /超过上限（1000 字节）/],
    [
      'another type',
      8,
      bytes('\x89PNG\r\n\x1a\n'),
      /不是此栏接收的类型（PDF、Word 文档、旧版 Office 或 WPS 文档）/,
    ],
  ])('judges %s', (_what, size, content, said) => {
    const judged = judgeContent({ ...endsOf(content), bytes: size }, fileRuleOf(field, 5_000));
    if (said === 'pdf') expect(judged).toEqual({ ok: true, value: 'pdf' });
    else expect(judged).toEqual({ ok: false, error: expect.stringMatching(said) });
  });
});
