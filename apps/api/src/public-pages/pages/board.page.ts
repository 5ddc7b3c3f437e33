import type { UnitRow } from '@wuqing/persistence';
import { boards, type BoardFilterDto, type BoardKey, type NoticeView } from '../dto/notice.view.js';
import { html, type Html } from '../html.js';
import type { DutyLine } from '../duty-line.js';
import type { BoardContent } from '../notices.query.js';
import { framed } from '../page-frame.js';
import { dutiesPart } from './duties.part.js';
import { dayOfYear, monthInWords, monthsUpTo, shortDay } from '../shown-dates.js';

const MONTHS = 24;

/** List of the township's villages. */
export const villagesPage = (villages: readonly UnitRow[]): string =>
  framed({
    title: '村公开栏',
    body:
      villages.length > 0
        ? html`${villages.map(({ code, name }) => html`<a class="li" href="/villages/${code}"><b>${name}公开栏</b></a>`)}`
        : html`<p>还没有登记的村，请联系镇里。</p>`,
  });

export interface BoardPage extends BoardContent {
  readonly asked: BoardFilterDto;
  /** Absent where a month or a further page is asked for. */
  readonly duties: readonly DutyLine[] | undefined;
  readonly above: readonly string[];
  readonly today: string;
}

/** One village's board: 党务, 村务, 财务. */
export function boardPage({ village, hanging, past, duties, asked, above, today }: BoardPage): string {
  const { month } = asked;
  const recent = month === undefined ? '最近公开' : `${monthInWords(month)}公开`;
  return framed({
    title: `${village.name}公开栏`,
    under: above,
    tabs: tabs(village.code, asked),
    village: village.name,
    ...(above[0] !== undefined && { town: above[0] }),
    body: html`${
        month === undefined
          ? html`<h2>正在公示</h2>
              ${list(hanging, '现在没有正在公示的内容。', today)}`
          : html``
      }
      <h2>${recent}</h2>
      ${list(past.items, '这里还没有公开内容，可以换一个月份或栏目看看。', today)}
      ${pager(village.code, asked, past.pages)} ${months(village.code, asked, today)}
      ${duties === undefined ? html`` : dutiesPart(duties)}
      <h2 class="noprint">办事和监督</h2>
      <div class="pair noprint">
        <a class="btn" href="/villages/${village.code}/powers">小微权力清单</a>
        <a class="btn" href="/complaints">向镇里反映</a>
        <a class="btn" href="/progress">凭码查进度</a>
        <a class="btn" href="/verify">验真</a>
        ${month === undefined ? html`` : html`<a class="btn" href="/villages/${village.code}">看全部月份</a>`}
      </div>`,
  });
}

/** Where the board is, with what is asked for. */
const addressOf = (code: string, { board, month, page }: Partial<BoardFilterDto>): string => {
  const query = new URLSearchParams({
    ...(board && { board }),
    ...(month && { month }),
    ...(page !== undefined && page > 1 && { page: String(page) }),
  }).toString();
  return `/villages/${code}${query === '' ? '' : `?${query}`}`;
};

function tabs(code: string, { board, month }: BoardFilterDto): Html {
  const tab = (key: BoardKey | undefined, text: string): Html => {
    const href = addressOf(code, { ...(key && { board: key }), ...(month && { month }) });
    return key === board
      ? html`<a class="on" aria-current="page" href="${href}">${text}</a>`
      : html`<a href="${href}">${text}</a>`;
  };
  const named = Object.entries(boards).map(([key, text]) => tab(key as BoardKey, text));
  return html`<nav class="pub-n" aria-label="公开分类"><div>${tab(undefined, '全部')}${named}</div></nav>`;
}

const list = (notices: readonly NoticeView[], nothing: string, today: string): Html =>
  notices.length > 0 ? html`${notices.map((one) => row(one, today))}` : html`<p class="t2">${nothing}</p>`;

function row(notice: NoticeView, today: string): Html {
  const { from, to, hangs } = notice;
  const when =
    hangs && to !== null
      ? html`<span>自 ${shortDay(from ?? notice.publishedAt.slice(0, 10))} 至 ${shortDay(to)}</span
          ><span class="left">${leftInWords(notice)}</span>`
      : html`<span>${dayOfYear(from ?? notice.publishedAt.slice(0, 10), today)}</span>`;
  return html`<a class="li" href="/notices/${notice.id}"
    ><b>${notice.title}</b><span><span>${boards[notice.board]}</span>${when}</span></a
  >`;
}

/** 「还剩 8 天」, in calendar days. */
export const leftInWords = ({ daysLeft, to }: NoticeView): string => {
  if (daysLeft === null) return to === null ? '' : '公开期已满';
  return daysLeft === 0 ? '今天是最后一天' : `还剩 ${daysLeft} 天`;
};

function pager(code: string, asked: BoardFilterDto, pages: number): Html {
  const { page } = asked;
  if (pages <= 1) return html``;
  const link = (to: number, text: string): Html =>
    html`<a class="btn" href="${addressOf(code, { ...asked, page: to })}">${text}</a>`;
  return html`<div class="pair noprint">
    ${page > 1 ? link(page - 1, '较新的内容') : html``}${page < pages ? link(page + 1, '更早的内容') : html``}
  </div>`;
}

function months(code: string, { board, month }: BoardFilterDto, today: string): Html {
  const known = monthsUpTo(today, MONTHS);
  const options = (month !== undefined && !known.includes(month) ? [month, ...known] : known).map((one) =>
    one === month
      ? html`<option value="${one}" selected>${monthInWords(one)}</option>`
      : html`<option value="${one}">${monthInWords(one)}</option>`,
  );
  return html`<form action="/villages/${code}" class="beside noprint">
    ${board ? html`<input type="hidden" name="board" value="${board}" />` : html``}
    <label class="vh" for="month">月份</label>
    <select id="month" name="month" class="inp">
      ${options}
    </select>
    <button class="btn">查看</button>
  </form>`;
}
