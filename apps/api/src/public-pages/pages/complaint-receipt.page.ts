import { html } from '../html.js';
import { shownCode } from '../objections/query-code.js';
import { framed } from '../page-frame.js';
import { datedMoment, shortDay, weekday } from '../shown-dates.js';

export interface ComplaintReceipt {
  readonly code: string;
  /** Epoch ms. */
  readonly receivedAt: number;
  /** 'YYYY-MM-DD': until then its way is told. */
  readonly toldBy: string;
  /** That year's days off are not known yet. */
  readonly provisional: boolean;
  /** Whether what was sent now differs from what was received before. */
  readonly changed: boolean;
}

/** What a complainant takes along: the code, and by when he hears of it. */
export const complaintReceiptPage = ({
  code,
  receivedAt,
  toldBy,
  provisional,
  changed,
}: ComplaintReceipt): string => {
  const until = html`15 日内，${shortDay(toldBy)} ${weekday(toldBy)} 24:00 前`;
  const mark = provisional ? html`<span class="unconf">暂定</span>` : html``;
  return framed({
    title: '已经收到',
    back: { href: '/complaints', text: '向镇里反映' },
    body: html`${
        changed
          ? html`<p class="lead">这一页此前已经提交过，以第一次写的为准。有新的情况，请再提交一份。</p>`
          : html``
      }
      <div class="box">
        <div>查询码</div>
        <b class="code">${shownCode(code)}</b>
        <div>请抄下或拍照。查进度只认这个码，不用姓名。</div>
      </div>
      <dl class="kv">
        <div>
          <dt>收到时间</dt>
          <dd>${datedMoment(receivedAt)}</dd>
        </div>
        <div>
          <dt>谁来登记</dt>
          <dd>镇信访办</dd>
        </div>
        <div>
          <dt>告知去向</dt>
          <dd>${until} ${mark}</dd>
        </div>
      </dl>
      <form method="post" action="/progress" class="noprint">
        <input type="hidden" name="code" value="${code}" />
        <button class="btn pri blk">查进度</button>
      </form>
      <p class="noprint t2 mt3">要留一份纸的，用浏览器的“打印”。</p>`,
  });
};
