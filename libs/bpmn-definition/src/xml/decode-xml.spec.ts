import { bytesMax } from './check-text.js';
import { decodeXml } from './decode-xml.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: (string | number)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number' ? [part] : [...part].map((letter) => letter.charCodeAt(0)),
    ),
  );

describe('decodeXml', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8 without declaration', utf8('<a>事项</a>'), '<a>事项</a>'],
    ['UTF-8 with byte order mark', bytes(0xef, 0xbb, 0xbf, '<a/>'), '<a/>'],
    [
      'ISO-8859-1',
      bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>', 0xe9, '</a>'),
      '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>',
    ],
    [
      'GBK',
      bytes("<?xml version='1.0' encoding='GBK'?><a>", 0xb4, 0xe5, '</a>'),
      "<?xml version='1.0' encoding='GBK'?><a>村</a>",
    ],
    ['UTF-16 by its mark', bytes(0xff, 0xfe, '<', 0, 'a', 0, '/', 0, '>', 0), '<a/>'],
  ])('reads %s', (_title, input, text) => expect(decodeXml(input)).toEqual({ ok: true, value: text }));

  it.each<[string, Uint8Array, string]>([
    ['an unknown encoding', bytes('<?xml version="1.0" encoding="EBCDIC"?><a/>'), '不认识文件编码「ebcdic」'],
    ['a name of prototypes', bytes('<?xml version="1.0" encoding="constructor"?><a/>'), '不认识文件编码'],
    ['bytes that are not UTF-8', bytes('<a>', 0xe9, '</a>'), '文件内容与编码 utf-8 不符'],
    ['too many bytes', new Uint8Array(bytesMax + 1), '超过 2 MB'],
  ])('refuses %s', (_title, input, message) => {
    const result = decodeXml(input);
    expect(result).toMatchObject({
      ok: false,
      error: { severity: 'error', message: expect.stringContaining(message) as string },
    });
  });
});
