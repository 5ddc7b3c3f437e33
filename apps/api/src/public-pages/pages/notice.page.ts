import {
  boards,
  type NoticeDetailView,
  type NoticeFieldView,
  type NoticeFileView,
} from '../dto/notice.view.js';
import { html, type Html } from '../html.js';
import { committeeOf, framed } from '../page-frame.js';
import { qrCode } from '../qr.js';
import { longDay } from '../shown-dates.js';
import { leftInWords } from './board.page.js';

/** Dates of the notice itself stand in its box. */
const IN_BOX = new Set(['from', 'to']);
/** From so many signs on a text is read as a paragraph. */
const LONG = 60;

/** One notice. `address`: where it stands, for the code that is scanned. */
export function noticePage(notice: NoticeDetailView, address: string): string {
  return framed({
    title: notice.title,
    back: { href: `/villages/${notice.villageCode}`, text: `${notice.village}公开栏` },
    under: [committeeOf(notice.village), longDay(publishedOn(notice))],
    village: notice.village,
    body: html`${periodBox(notice)}
      <div class="nt">
        <div>${content(notice)}</div>
        <aside>${seal(notice, address)}</aside>
      </div>
      <div class="acts noprint">
        ${notice.mayObject ? html`<a class="btn pri" href="/notices/${notice.id}/objection">我有异议</a>` : html``}
        <a class="btn" href="/notices/${notice.id}/poster">打印这一页</a>
      </div>`,
  });
}

/** A4, to be hung up: what was decided, until when, and the code. */
export const posterPage = (notice: NoticeDetailView, address: string): string =>
  framed({
    title: notice.title,
    back: { href: `/notices/${notice.id}`, text: '回到公示' },
    under: [committeeOf(notice.village), longDay(publishedOn(notice))],
    village: notice.village,
    body: html`<p class="noprint t2">用浏览器的“打印”印成 A4 张贴，二维码旁是验真码。</p>
      <div class="poster">${periodBox(notice, false)}${content(notice)}${seal(notice, address)}</div>`,
  });

const publishedOn = ({ from, publishedAt }: NoticeDetailView): string => from ?? publishedAt.slice(0, 10);

/** `counted`: with the days that are left, which no paper can say. */
function periodBox(notice: NoticeDetailView, counted = true): Html {
  const { from, to, mayObject, answerWithin } = notice;
  if (to === null) return html`<p class="t2">${boards[notice.board]}</p>`;
  const objection = mayObject
    ? html`<div>
        公开期满、异议答复完，才能往下办。${answerWithin === null ? '' : `异议在 ${answerWithin}内书面答复。`}
      </div>`
    : html``;
  return html`<div class="box">
    ${counted ? html`<b>${leftInWords(notice)}</b>` : html``}
    <div>公开期 自 ${from ?? publishedOn(notice)} 至 ${to}。</div>
    ${objection}
  </div>`;
}

function content({ kind, facts, fields, votes, files }: NoticeDetailView): Html {
  const said = [...fields.filter(({ key }) => !IN_BOX.has(key)), ...facts].filter(
    ({ value }) => value !== '',
  );
  const isEmpty = said.length + votes.length + files.length === 0;
  if (isEmpty) return html`<p>这份公开没有填写可以公开的内容，请到村公开栏查看原件。</p>`;
  return html`${
    said.length > 0
      ? html`<h2>${kind === 'resolution' ? '决定了什么' : '公开内容'}</h2>
          ${said.filter(isLong).map(paragraph)}${pairs(said)}`
      : html``
  }
  ${
    votes.length > 0
      ? html`<h2>表决结果</h2>
          ${table(votes)}`
      : html``
  }
  ${
    files.length > 0
      ? html`<h2>附件</h2>
          ${files.map(file)}`
      : html``
  }`;
}

const isLong = ({ value }: NoticeFieldView): boolean => value.length >= LONG;

const paragraph = ({ title, value }: NoticeFieldView): Html =>
  html`<p class="t2 mt3">${title}</p>
    <p class="long">${value}</p>`;

function pairs(fields: readonly NoticeFieldView[]): Html {
  const short = fields.filter((field) => !isLong(field));
  if (short.length === 0) return html``;
  return html`<dl class="kv mt3">
    ${short.map(
      ({ title, value }) =>
        html`<div>
          <dt>${title}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

const table = (votes: readonly NoticeFieldView[]): Html =>
  html`<table class="tb">
    <tbody>
      ${votes.map(
        ({ title, value }) =>
          html`<tr>
            <th scope="row">${title}</th>
            <td class="num">${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

function file({ field, name, id, isPhoto }: NoticeFileView): Html {
  const named =
    id === null
      ? html`<span class="nm">${name}</span>`
      : html`<a class="nm" href="/api/public/files/${id}">${name}</a>`;
  return html`<div class="doc">
    <span class="ext">${isPhoto ? '图' : kindOf(name)}</span>${named}<span class="sp"></span>
    ${name.startsWith(field) ? html`` : html`<span class="s t2">${field}</span>`}
  </div>`;
}

/** By the ending of the name, for the eye alone: what a file is its content says. */
function kindOf(name: string): string {
  const ending = /\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (['jpg', 'jpeg', 'png', 'webp', 'heic', 'gif'].includes(ending)) return '图';
  return ending === 'pdf' ? 'PDF' : '文';
}

/** 「QH98 6K3M 2A7P」. */
export const shownVerification = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

const seal = ({ verificationCode }: NoticeDetailView, address: string): Html =>
  html`<div class="seal">
    ${qrCode(address, '这份公示的二维码')}
    <div class="t2">扫码看这一页<br />验真码<br /><b>${shownVerification(verificationCode)}</b></div>
  </div>`;
