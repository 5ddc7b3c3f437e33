import {
  FACTS_MAX,
  HIGHER,
  NAMES_MAX,
  REQUEST_MAX,
  complaintLevels,
  type ComplaintFaults,
  type ComplaintKind,
  type TypedComplaint,
} from '../complaints/complaint-form.js';
import { html, type Html } from '../html.js';
import { framed } from '../page-frame.js';
import { fault, marks, phoneField, photosField, summary, trap } from './form-parts.js';

/** What a complaint can be about: a village, or the town itself. */
export interface ComplaintUnit {
  readonly code: string;
  readonly name: string;
}

export interface ComplaintPage {
  readonly kind: ComplaintKind;
  /** Not there where nothing can be looked up. */
  readonly units?: readonly ComplaintUnit[];
  readonly typed: TypedComplaint;
  readonly faults: ComplaintFaults;
}

const BACK = { href: '/complaints', text: '向镇里反映' };

/** Asked first, before anything can be written. */
export const complaintEntrancePage = (): string =>
  framed({
    title: '向镇里反映',
    back: { href: '/villages', text: '村公开栏' },
    body: html`<p class="lead">信访事项由镇信访办登记，不用注册，可以不写姓名。先选反映的是哪一种：</p>
      ${Object.entries(complaintLevels).map(
        ([kind, { text }]) => html`<a class="btn blk" href="/complaints/${kind}">${text}</a>`,
      )}
      <a class="btn blk" href="/complaints/${HIGHER}">涉及上级管理的干部</a>
      <p class="t2 mt3">镇党委、政府、人大领导班子成员属于上级管理的干部。</p>
      <h2>已经反映过</h2>
      <a class="btn blk" href="/progress">凭码查进度</a>`,
  });

/** Where nothing is taken: who is in charge, and no field. */
export const higherLevelPage = (): string =>
  framed({
    title: '请向有管理权限的机关反映',
    back: BACK,
    body: html`<p>涉及上级管理的干部的，镇里不登记、不留内容，这里也没有表可填。</p>
      <p class="mt3">请直接向滕州市纪委监委反映：来信、来访，或者拨打举报电话 12388。</p>
      <p class="mt3"><span class="unconf">待镇确认</span></p>
      <p class="mt3"><a class="btn" href="/complaints">反映别的事</a></p>`,
  });

/** The fields of the sheet that a person can fill in; three of them must be. */
export const complaintPage = ({ kind, units, typed, faults }: ComplaintPage): string =>
  framed({
    title: '向镇里反映',
    back: BACK,
    under: [complaintLevels[kind].text],
    body: html`${summary(faults)}
      <p class="lead">镇信访办收到后 15 日内告知去向。可以不写姓名。</p>
      <form method="post" action="/complaints/${kind}" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="token" value="${typed.token}" />
        ${unitField(typed, faults, units)} ${requestField(typed, faults)} ${factsField(typed, faults)}
        ${photosField(faults.photos)} ${namesField(typed, faults)}
        ${phoneField('五', typed.phone, faults.phone)} ${trap}
        <p class="t2">姓名和电话只有镇里登记的人能看到，村干部看不到。</p>
        <button class="btn pri blk">提交</button>
      </form>`,
  });

function unitField(
  { unit }: TypedComplaint,
  { unit: said }: ComplaintFaults,
  units?: readonly ComplaintUnit[],
): Html {
  if (!units) return html`<input type="hidden" name="unit" value="${unit}" />`;
  const option = ({ code, name }: ComplaintUnit): Html =>
    html`<option value="${code}" ${code === unit ? html`selected` : html``}>${name}</option>`;
  return html`<div class="fld">
    <label for="unit">一、哪里的事</label>
    <select id="unit" name="unit" class="inp${said ? ' err' : ''}" ${marks('unit', said)}>
      <option value="">请选择</option>
      ${units.map(option)}
    </select>
    ${fault('unit', said)}
  </div>`;
}

const requestField = ({ request }: TypedComplaint, { request: said }: ComplaintFaults): Html =>
  html`<div class="fld">
    <label for="request">二、要求解决什么<span class="opt">不超过 ${REQUEST_MAX} 个字</span></label>
    <textarea id="request" name="request" class="ta short${said ? ' err' : ''}" ${marks('request', said)}>
${request}</textarea>
    ${fault('request', said)}
  </div>`;

const factsField = ({ facts }: TypedComplaint, { facts: said }: ComplaintFaults): Html =>
  html`<div class="fld">
    <label for="facts">三、事实和理由<span class="opt">不超过 ${FACTS_MAX} 个字</span></label>
    <textarea id="facts" name="facts" class="ta${said ? ' err' : ''}" ${marks('facts', said)}>
${facts}</textarea>
    ${fault('facts', said)}
  </div>`;

const namesField = ({ names }: TypedComplaint, { names: said }: ComplaintFaults): Html =>
  html`<div class="fld">
    <label for="names">四、姓名<span class="opt">可不填</span></label>
    <textarea
      id="names"
      name="names"
      class="ta short${said ? ' err' : ''}"
      autocomplete="name"
      ${marks('names', said)}
    >
${names}</textarea>
    <p class="t2">多人反映同一件事的，写代表的姓名，一行一个，最多 ${NAMES_MAX} 人。</p>
    ${fault('names', said)}
  </div>`;
