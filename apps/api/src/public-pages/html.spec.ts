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
  [{ from: '2026-09-16', to: '2026-10-08' }, {}, '自 2026-09-16 至 2026-10-08'],
  ['00000000-0000-4000-8000-000000000001', { 'x-person': true }, ''],
  [{ id: 'x', name: '某甲' }, { 'x-person': { from: ['town'] } }, ''],
  [{ id: 'x', name: '柳河村' }, { 'x-village': { from: 'town' } }, '柳河村'],
  [
    [{ what: '地砖', cost: 5, by: 'someone' }],
    {
      items: {
        properties: {
          what: { title: '项目' },
          cost: { title: '金额', 'x-money': true },
          by: { title: '经手人', 'x-person': true },
        },
      },
    },
    '项目 地砖，金额 0.05 元',
  ],
])('a field of %j', (value, schema, text) => expect(fieldText(value, schema)).toBe(text));
