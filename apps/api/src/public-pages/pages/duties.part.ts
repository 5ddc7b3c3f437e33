import type { DutyLine } from '../duty-line.js';
import { html, type Html } from '../html.js';
import { shortDay } from '../shown-dates.js';

const TONES: Readonly<Partial<Record<DutyLine['state'], string>>> = {
  overdue: 'red',
  late: 'amb',
  published: 'grn',
};

/** 该公开的都公开了吗: kinds of publication of this year, their day and how they stand. */
export const dutiesPart = (lines: readonly DutyLine[]): Html =>
  html`<h2>该公开的都公开了吗</h2>
    ${lines.length > 0 ? table(lines) : html`<p class="t2">今年还没有到公开这一步的事项。</p>`}`;

const table = (lines: readonly DutyLine[]): Html =>
  html`<table class="tb">
    <thead>
      <tr>
        <th scope="col">项目</th>
        <th scope="col">应在</th>
        <th scope="col">状态</th>
      </tr>
    </thead>
    <tbody>
      ${lines.map(row)}
    </tbody>
  </table>`;

const row = ({ title, counts, dueOn, state, said }: DutyLine): Html =>
  html`<tr${counts === '' ? '' : html` class="over"`}>
    <td>${title}</td>
      <td class="nw">${dueOn === null ? '没有期限' : `${shortDay(dueOn)} 前`}</td>
      <td class="nw ${TONES[state] ?? ''}">${said}</td>
    </tr>
    ${
      counts === ''
        ? html``
        : html`<tr>
            <td colspan="3" class="t2">${counts}</td>
          </tr>`
    }`;
