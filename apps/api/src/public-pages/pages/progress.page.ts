import { html, type Html } from '../html.js';
import { grounds, type Ground } from '../objections/objection-form.js';
import type { Progress, ProgressStep } from '../objections/read-progress.query.js';
import { framed } from '../page-frame.js';
import { moment, shortDay, weekday } from '../shown-dates.js';
import { codeField } from './code-field.js';

const BACK = { href: '/villages', text: '村公开栏' };

/** Where a code is typed; `fault` where none bears it. */
export const codePage = (typed = '', fault?: string): string =>
  framed({
    title: '凭码查进度',
    back: BACK,
    body: html`<form method="post" action="/progress" class="noprint">
        ${codeField('查询码', typed, fault)}
      </form>
      <p class="t2 mt3">
        查询码在提交异议或者反映时给出，11
        个字符。码丢了不能补发：异议到村务监督委员会、信访事项到镇信访办当面查问。
      </p>`,
  });

export interface ProgressPage {
  readonly progress: Progress;
  readonly village: string;
  readonly villageCode: string;
}

/** Steps with their times, the clock of the one that is open, and the village's answer. */
export function progressPage({ progress, village, villageCode }: ProgressPage): string {
  const { objection, notice, clock, steps, delivered, finished } = progress;
  const received = objection.receivedAt.getTime();
  return framed({
    title: '凭码查进度',
    back: { href: `/villages/${villageCode}`, text: `${village}公开栏` },
    under: [village],
    village,
    body: html`<h2>异议：${notice?.title ?? '公示已撤下'}</h2>
      <p class="lead facts-line">
        <span>类别：${grounds[objection.ground as Ground] ?? objection.ground}</span
        ><span>${moment(received)} 提出</span>
      </p>
      ${clock === null ? html`` : html`<p class="mt3 facts-line"><span class="clk ${clock.tone}">${clock.shape} ${clock.text}</span><span class="nw">答复期限 ${shortDay(clock.dueOn)} ${weekday(clock.dueOn)} 24:00</span></p>`}
      <ol class="st5 mt3">
        ${first(received, delivered, finished)} ${steps.map(stepItem)} ${last(delivered, finished)}
      </ol>
      <h2>您写的情况</h2>
      <p class="long">${objection.text}</p>
      <h2>不满意怎么办</h2>
      <p>答复后可以向镇里反映，由镇里核实；也可以依法申请人民法院撤销。</p>
      <p class="noprint mt3"><a class="btn" href="/progress">查另一个码</a></p>`,
  });
}

const item = (state: string, name: string, under: string, inside: Html = html``): Html =>
  html`<li class="${state}"><b>${name}</b><span>${under}</span>${inside}</li>`;

const first = (at: number, delivered: boolean, finished: boolean): Html =>
  item(
    delivered || finished ? 'ok' : 'now',
    '已收到',
    delivered || finished ? moment(at) : `${moment(at)}，正在送交`,
  );

function stepItem({ name, state, at, term, answer }: ProgressStep): Html {
  const when = at === null ? '' : moment(at);
  if (state === 'done') return item('ok', name, when, said(answer));
  if (state === 'now') return item('now', name, `${when} 开始，正在办理`);
  if (state === 'stopped') return item('', name, `${when} 停止办理：这一事项已经重新办理或终止`);
  return item('', name, term === null ? '还没有到这一步' : `还没有到这一步，期限 ${term}`);
}

const said = (answer: ProgressStep['answer']): Html =>
  answer.length === 0
    ? html``
    : html`${answer.map(({ title, value }) => html`<div class="answer"><b>${title}</b><span class="long">${value}</span></div>`)}`;

function last(delivered: boolean, finished: boolean): Html {
  if (finished && !delivered)
    return item('', '没有送到', '这份公示已经撤下或办结，异议没有送到，请到镇里当面反映');
  return item(finished ? 'ok' : '', '告知结果', '写在这一页');
}
