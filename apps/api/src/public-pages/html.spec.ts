import { fieldText } from './field-text.js';
import { html } from './html.js';

it('escapes every value, unless it is markup itself', () => {
  const inner = html`<b>${'<&"\''}</b>`;
  expect(html`<p title="${'"'}">${inner}${[inner, inner]}${7}</p>`.text).toBe(
    `<p title="&quot;">${'<b>&lt;&amp;&quot;&#39;</b>'.repeat(3)}7</p>`,
  );
});

it.each([
  [true, {}, '是'],
  [3_860_000, { 'x-money': true }, '38,600.00 元'],
  [5, { 'x-money': true }, '0.05 元'],
  [12, {}, '12'],
  [['A3', 'A4'], {}, 'A3、A4'],
  [[{ name: '照片.jpg', hash: 'secret' }], {}, '照片.jpg'],
  [{ hash: 'secret' }, {}, '附件'],
  [null, {}, ''],
])('a field of %j', (value, schema, text) => expect(fieldText(value, schema)).toBe(text));
