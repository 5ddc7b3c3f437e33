import type { UnitRow } from '@wuqing/persistence';
import type { NoticeDetailView, NoticePageView, NoticeView } from './dto/notice.view.js';
import { html, type Html } from './html.js';

/** 48 px targets, 17 px text, 4.5:1 contrast; works without script, at 320 px, and printed. */
export const STYLE_SHEET = `body{margin:0;background:#F4F6F9;color:#1D2129;font:17px/1.7 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
header{background:#1F4E8C;color:#fff;padding:12px 16px}header a{color:#fff}
main{max-width:720px;margin:0 auto;padding:16px}h1{font-size:22px;margin:0}
ul{list-style:none;margin:0;padding:0}li,dl{background:#fff;border:1px solid #E3E8EF;border-radius:6px;margin:0 0 10px;padding:12px 16px}
a{color:#1B5AA8;display:inline-block;min-height:32px;padding:8px 0}dt{color:#4A5260;font-size:15px}dd{margin:0 0 12px;white-space:pre-wrap;overflow-wrap:anywhere}
p.when{color:#4A5260;margin:0}
`;

const page = (title: string, body: Html): string =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/public.css" />
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <a href="/villages">全部村公开栏</a>
        </header>
        <main>${body}</main>
      </body>
    </html>`.text;

/** List of the township's villages. */
export const villagesPage = (villages: readonly UnitRow[]): string =>
  page(
    '村务公开',
    html`<ul>
      ${villages.map(({ code, name }) => html`<li><a href="/villages/${code}">${name}</a></li>`)}
    </ul>`,
  );

const whenOf = ({ from, to, daysLeft }: NoticeView): string => {
  if (from === null || to === null) return '';
  return `公开期 ${from} 至 ${to}${daysLeft ? `,还剩 ${daysLeft} 天` : ',已结束'}`;
};

/** One village's board. */
export function boardPage(village: UnitRow, { items, page: at, pages }: NoticePageView): string {
  const rows = items.map(
    (notice) =>
      html`<li>
        <a href="/notices/${notice.id}">${notice.title}</a>
        <p class="when">${whenOf(notice)}</p>
      </li>`,
  );
  const list =
    items.length > 0
      ? html`<ul>
          ${rows}
        </ul>`
      : html`<p>目前没有公开内容,请过几日再来查看。</p>`;
  const older = at < pages ? html`<a href="/villages/${village.code}?page=${at + 1}">更早的内容</a>` : html``;
  const newer = at > 1 ? html`<a href="/villages/${village.code}?page=${at - 1}">较新的内容</a> ` : html``;
  return page(`${village.name}公开栏`, html`${list}${newer}${older}`);
}

/** One notice. */
export function noticePage(notice: NoticeDetailView): string {
  const fields = notice.fields.map(
    ({ title, value }) =>
      html`<dt>${title}</dt>
        <dd>${value}</dd>`,
  );
  const back = html`<a href="/villages/${notice.villageCode}">返回${notice.village}公开栏</a>`;
  return page(
    notice.title,
    html`<p class="when">${notice.village} ${whenOf(notice)}</p>
      <dl>${fields}</dl>
      ${back}`,
  );
}
