import { html } from '../html.js';
import { committeeOf, framed } from '../page-frame.js';
import { datedMoment } from '../shown-dates.js';
import { codeBox, firstStands, progressButton } from './receipt-parts.js';

export interface ReceiptPage {
  readonly noticeId: string;
  readonly noticeTitle: string;
  readonly village: string;
  readonly code: string;
  /** Epoch ms. */
  readonly receivedAt: number;
  readonly answerWithin: string | null;
  /** Whether what was sent now differs from what was received before. */
  readonly changed: boolean;
}

/** What the objector takes along: the code, and by when he is answered. */
export const receiptPage = ({
  noticeId,
  noticeTitle,
  village,
  code,
  receivedAt,
  answerWithin,
  changed,
}: ReceiptPage): string =>
  framed({
    title: '异议已收到',
    back: { href: `/notices/${noticeId}`, text: '回到公示' },
    under: [noticeTitle],
    village,
    body: html`${firstStands(changed, '从公示页再提一次')} ${codeBox(code)}
      <dl class="kv">
        <div>
          <dt>收到时间</dt>
          <dd>${datedMoment(receivedAt)}</dd>
        </div>
        <div>
          <dt>谁来答复</dt>
          <dd>${committeeOf(village)}，村务监督委员会督促</dd>
        </div>
        <div>
          <dt>答复期限</dt>
          <dd>${answerWithin === null ? '按规定期限' : `收到后 ${answerWithin}内，到期日 24:00 前`}</dd>
        </div>
        <div>
          <dt>在此期间</dt>
          <dd>这一事项不往下办</dd>
        </div>
      </dl>
      ${progressButton(code)}`,
  });
