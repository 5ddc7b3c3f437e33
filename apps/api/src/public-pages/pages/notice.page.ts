import { shownSize } from '@wuqing/kernel';
import {
  boards,
  type NoticeDetailView,
  type NoticeFieldView,
  type NoticeFileView,
  type NoticeView,
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
    under: [committeeOf(notice.village), longDay(dayOf(notice))],
    village: notice.village,
    town: notice.town,
    body: html`${corrected(notice)}${periodBox(notice)}
      <div class="nt">
        <div>${content(notice, fileList)}${beside(notice)}</div>
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
    under: [committeeOf(notice.village), longDay(dayOf(notice))],
    village: notice.village,
    town: notice.town,
    body: html`<p class="noprint t2">用浏览器的“打印”印成 A4 张贴，二维码旁是验真码。</p>
      <div class="poster">
        <div class="head">${periodBox(notice, false)}${seal(notice, address)}</div>
        ${content(notice, filesOnPaper)}
      </div>`,
  });

/** `counted`: with the days that are left, which no paper can say. */
function periodBox(notice: NoticeDetailView, counted = true): Html {
  const { from, to, mayObject, answerWithin, period } = notice;
  if (to === null) return html`<p class="t2">${boards[notice.board]}</p>`;
  const objection = mayObject
    ? html`<div>
        公开期满、异议答复完，才能往下办。${answerWithin === null ? '' : `异议在 ${answerWithin}内书面答复。`}
      </div>`
    : html``;
  return html`<div class="box">
    ${counted ? html`<b>${leftInWords(notice)}</b>` : html``}
    <div>公开期 自 <span class="nw">${from ?? dayOf(notice)}</span> 至 <span class="nw">${to}</span>。</div>
    ${period === null ? html`` : html`<div class="t2">${period.says}（${period.basis}）。</div>`} ${objection}
  </div>`;
}

type ShownFiles = (files: readonly NoticeFileView[]) => Html;

function content({ kind, facts, fields, votes, files }: NoticeDetailView, shown: ShownFiles): Html {
  const said = [...fields.filter(({ key }) => !IN_BOX.has(key)), ...facts].filter(
    ({ value }) => value !== '',
  );
  const isEmpty = said.length + votes.length + files.length === 0;
  if (isEmpty) return html`<p>这份公开没有填写可以公开的内容，请到村公开栏查看原件。</p>`;
  return html`${
    said.length > 0
      ? html`<h2>${kind === 'resolution' ? '决定了什么' : '公开内容'}</h2>
          ${paragraphs(said.filter(isLong))}${pairs(said)}`
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
          ${shown(files)}`
      : html``
  }`;
}

const isLong = ({ value, isLong: isText }: NoticeFieldView): boolean => isText || value.length >= LONG;

/** One alone needs no title: the heading above it is its own. */
const paragraphs = (fields: readonly NoticeFieldView[]): Html =>
  fields.length === 1 ? html`<p class="long">${fields[0]!.value}</p>` : html`${fields.map(paragraph)}`;

const paragraph = ({ title, value }: NoticeFieldView): Html =>
  html`<p class="t2 mt3">${title}</p>
    <p class="long">${value}</p>`;

function pairs(fields: readonly NoticeFieldView[]): Html {
  const short = fields.filter((field) => !isLong(field));
  if (short.length === 0) return html``;
  return html`<dl class="kv mt3">
    ${short.map(
      ({ title, value, note }) =>
        html`<div>
          <dt>${title}</dt>
          <dd>${note === null ? value : html`<b>${value}</b><span class="under t2">${note}</span>`}</dd>
        </div>`,
    )}
  </dl>`;
}

const table = (votes: readonly NoticeFieldView[]): Html =>
  html`<table class="tb">
    <tbody>
      ${votes.map(
        ({ key, title, value, note }) =>
          html`<tr>
            <th scope="row">${title}</th>
            <td class="num">
              ${key === 'yes' ? html`<b>${value}</b>` : value}${note === null ? html`` : html`<span class="nw">（${note}）</span>`}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;

const fileList: ShownFiles = (files) => html`${files.map(file)}`;

/** A sheet of paper opens nothing: it says what there is and where. */
const filesOnPaper: ShownFiles = (files) => html`<p>${files.map(nameOf).join('、')}。扫二维码可以看。</p>`;

const nameOf = ({ field, name }: NoticeFileView): string =>
  name.startsWith(field) ? name : `${field}：${name}`;

function file(one: NoticeFileView): Html {
  const { name, id, isPhoto, bytes, mediaType } = one;
  const shown = nameOf(one);
  const named =
    id === null
      ? html`<span class="nm">${shown}</span>`
      : html`<a class="nm" href="/api/public/files/${id}">${shown}</a>`;
  return html`<div class="doc">
    <span class="ext">${isPhoto ? '图' : kindOf(mediaType, name)}</span>${named}<span class="sp"></span>
    ${bytes === null ? html`` : html`<span class="s t2">${shownSize(bytes)}</span>`}
  </div>`;
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^image\/|\.(jpe?g|png|webp|heic|gif)$/i, '图'],
  [/^application\/pdf$|\.pdf$/i, 'PDF'],
  [/spreadsheet|ms-excel|csv|\.(xlsx?|csv)$/i, '表'],
];

/** By what the file is found to be; of former days, by the ending of its name. */
const kindOf = (mediaType: string | null, name: string): string =>
  ENDINGS.find(([ending]) => ending.test(mediaType ?? name))?.[1] ?? '文';

const dayOf = ({ from, publishedAt }: NoticeView): string => from ?? publishedAt.slice(0, 10);

/** Where the same was published anew: which of them counts. */
function corrected({ kind, publishedAt, others }: NoticeDetailView): Html {
  const newer = others.find((one) => one.kind === kind && one.publishedAt > publishedAt);
  if (newer === undefined) return html``;
  return html`<div class="box err">
    <b>这份公开已经更正</b>
    <div>${longDay(dayOf(newer))}重新公开过，以新的为准。<a href="/notices/${newer.id}">看更正后的</a></div>
  </div>`;
}

/** What else of the same matter is public. */
function beside({ kind, others }: NoticeDetailView): Html {
  const said = others.some((one) => one.kind === kind)
    ? html``
    : html`<p class="t2 mt3">本页内容没有更正过。</p>`;
  if (others.length === 0) return said;
  return html`${said}
    <h2 class="noprint">同一事项还公开过</h2>
    <div class="noprint">
      ${others.map(
        (one) =>
          html`<a class="li" href="/notices/${one.id}"><b>${one.title}</b><span>${dayOf(one)}</span></a>`,
      )}
    </div>`;
}

/** 「QH98 6K3M 2A7P」. */
export const shownVerification = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

const seal = ({ verificationCode }: NoticeDetailView, address: string): Html =>
  html`<div class="seal">
    ${qrCode(address, '这份公示的二维码')}
    <div class="t2">扫码看这一页<br />验真码<br /><b>${shownVerification(verificationCode)}</b></div>
  </div>`;
