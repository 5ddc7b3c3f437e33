import { html } from '../html.js';
import { framed } from '../page-frame.js';
import { datedMoment, shortDay, weekday } from '../shown-dates.js';
import { codeBox, firstStands, progressButton } from './receipt-parts.js';

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
    body: html`${firstStands(changed, '再提交一份')} ${codeBox(code)}
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
      ${progressButton(code)}`,
  });
};
