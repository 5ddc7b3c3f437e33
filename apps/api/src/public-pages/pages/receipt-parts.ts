import { html, type Html } from '../html.js';
import { shownCode } from '../objections/query-code.js';

/** Above a receipt of what came before and is sent again otherwise; `again`: where one may write once more. */
export const firstStands = (changed: boolean, again: string): Html =>
  changed
    ? html`<p class="lead">这一页此前已经提交过，以第一次写的为准。有新的情况，请${again}。</p>`
    : html``;

export const codeBox = (code: string): Html =>
  html`<div class="box">
    <div>查询码</div>
    <b class="code">${shownCode(code)}</b>
    <div>请抄下或拍照。查进度只认这个码，不用姓名。</div>
  </div>`;

export const progressButton = (code: string): Html =>
  html`<form method="post" action="/progress" class="noprint">
      <input type="hidden" name="code" value="${code}" />
      <button class="btn pri blk">查进度</button>
    </form>
    <p class="noprint t2 mt3">要留一份纸的，用浏览器的“打印”。</p>`;
