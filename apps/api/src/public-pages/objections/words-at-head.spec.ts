import fc from 'fast-check';
import { wordsAtHead } from './words-at-head.js';

const part = (head: string, value: string): string =>
  `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
const photo = part('name="photos"; filename="a.jpg"\r\nContent-Type: image/jpeg', 'x'.repeat(500));
const of = (text: string) => wordsAtHead(Buffer.from(text), 'b');

describe('the words at the beginning of a form', () => {
  it.each<[string, string, Record<string, string>]>([
    ['nothing', '', {}],
    ['no form', 'abc', {}],
    [
      'a whole one',
      `${part('name="ground"', '内容')}${part('name="text"', '一\r\n二')}--b--`,
      { ground: '内容', text: '一\r\n二' },
    ],
    [
      'a photo between',
      `${part('name="text"', '一')}${photo}${part('name="name"', '王')}--b--`,
      { text: '一', name: '王' },
    ],
    [
      'a field that is cut',
      `${part('name="text"', '一')}--b\r\nContent-Disposition: form-data; name="name"\r\n\r\n王`,
      { text: '一' },
    ],
    ['a field twice', `${part('name="text"', '一')}${part('name="text"', '二')}--b--`, { text: '一' }],
    [
      'what would be held by the house',
      `${part('name="__proto__"', '一')}--b--`,
      JSON.parse('{"__proto__":"一"}'),
    ],
  ])('%s', (_title, text, fields) =>
    expect(new Map(Object.entries(of(text)))).toEqual(new Map(Object.entries(fields))),
  );

  it('are what a browser wrote, however much of it came', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }).filter((value) => !/[\r\n]/.test(value)),
        fc.nat({ max: 2_000 }),
        async (text, length) => {
          const form = new FormData();
          form.append('text', text);
          form.append('photos', new Blob([new Uint8Array(600)]), 'a.jpg');
          const request = new Response(form);
          const [, boundary] = /boundary=(.*)$/.exec(request.headers.get('content-type')!)!;
          const whole = Buffer.from(await request.arrayBuffer());
          const { text: read } = wordsAtHead(whole.subarray(0, length), boundary!);
          expect([undefined, text]).toContain(read);
          expect(wordsAtHead(whole, boundary!)['text']).toBe(text);
        },
      ),
    ));
});
