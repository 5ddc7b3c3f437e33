import type { ComplaintProgress, ToldMove } from '../complaints/read-complaint-progress.query.js';
import { html, type Html } from '../html.js';
import { framed } from '../page-frame.js';
import { moment, shortDay, weekday } from '../shown-dates.js';

const item = (state: string, name: string, under: string): Html =>
  html`<li class="${state}"><b>${name}</b><span>${under}</span></li>`;

/** 「办理期限已延长」, from which day to which, and why. */
const moved = ({ text, at, from, to, reason }: ToldMove): Html =>
  item(
    'ok',
    text,
    [moment(at), from === to ? '' : `${shortDay(from)} 改为 ${shortDay(to)}`, reason]
      .filter(Boolean)
      .join('，'),
  );

/** What was done and what was moved, in the order of time. */
const told = (progress: Pick<ComplaintProgress, 'done' | 'moves'>): Html[] =>
  [
    ...progress.done.map((one) => ({ at: one.at, line: item('ok', one.text, moment(one.at)) })),
    ...progress.moves.map((one) => ({ at: one.at, line: moved(one) })),
  ]
    .sort((one, other) => one.at - other.at)
    .map(({ line }) => line);

/** That it came, how far it is and until when; nothing of what it says, of whom, or of who handles it. */
export function complaintProgressPage(progress: ComplaintProgress): string {
  const { receivedAt, clock, isOver } = progress;
  return framed({
    title: '凭码查进度',
    back: { href: '/complaints', text: '向镇里反映' },
    body: html`<h2>信访事项</h2>
      <p class="lead">${moment(receivedAt)} 提出</p>
      ${
        clock === null
          ? html``
          : html`<p class="mt3 facts-line">
              <span class="clk ${clock.tone}">${clock.shape} ${clock.text}</span
              ><span
                >${clock.name} <b class="nw">${shortDay(clock.dueOn)} ${weekday(clock.dueOn)} 24:00</b></span
              >
            </p>`
      }
      <ol class="st5 mt3">
        ${item('ok', '已收到', moment(receivedAt))} ${told(progress)}
        ${isOver ? item('ok', '本处办理结束', '去向或者结果已经书面告知；没有收到的，请向镇信访办查问') : item('now', '正在办理', '有了去向或者结果，书面告知')}
      </ol>
      <h2>不满意怎么办</h2>
      <p>对处理意见不服的，收到之日起 30 日内可以申请复查。</p>
      <p class="noprint mt3"><a class="btn" href="/progress">查另一个码</a></p>`,
  });
}
