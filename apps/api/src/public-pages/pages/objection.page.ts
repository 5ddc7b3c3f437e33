import type { NoticeDetailView } from '../dto/notice.view.js';
import { html, type Html } from '../html.js';
import {
  NAME_MAX,
  TEXT_MAX,
  grounds,
  type ObjectionFaults,
  type TypedObjection,
} from '../objections/objection-form.js';
import { framed } from '../page-frame.js';
import { shortDay } from '../shown-dates.js';
import { fault, marks, phoneField, photosField, summary, trap } from './form-parts.js';

export interface ObjectionPage {
  readonly noticeId: string;
  /** Not there where nothing can be looked up. */
  readonly notice?: NoticeDetailView;
  readonly typed: TypedObjection;
  readonly faults: ObjectionFaults;
}

/** Four numbered fields, of which two need not be filled in. */
export function objectionPage({ noticeId, notice, typed, faults }: ObjectionPage): string {
  return framed({
    title: '我有异议',
    back: { href: `/notices/${noticeId}`, text: '回到公示' },
    ...(notice && { under: [notice.title], village: notice.village, town: notice.town }),
    body: html`${summary(faults)}
      <p class="lead">${notice ? introOf(notice) : '可以不写姓名。'}</p>
      <form method="post" action="/notices/${noticeId}/objection" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="token" value="${typed.token}" />
        ${groundField(typed, faults)} ${textField(typed, faults)} ${photosField(faults.photos)}
        ${nameField(typed, faults)} ${phoneField('四', typed.phone, faults.phone)} ${trap}
        <p class="t2">姓名和电话只有村务监督委员会和镇能看到，村干部看不到。</p>
        <button class="btn pri blk">提交异议</button>
      </form>`,
  });
}

const introOf = ({ to, answerWithin }: NoticeDetailView): string =>
  [
    to === null ? '' : `${shortDay(to)} 前提出的，答复之前不往下办。`,
    answerWithin === null ? '' : `村里在 ${answerWithin}内书面答复。`,
    '可以不写姓名。',
  ].join('');

function groundField({ ground }: TypedObjection, faults: ObjectionFaults): Html {
  const choice = ([value, text]: [string, string]): Html =>
    html`<label
      ><input
        type="radio"
        name="ground"
        value="${value}"
        ${value === ground ? html`checked` : html``}
      />${text}</label
    >`;
  return html`<fieldset class="fld" ${marks('ground', faults.ground)}>
    <legend>一、对什么有异议</legend>
    <div class="pick">${Object.entries(grounds).map(choice)}</div>
    ${fault('ground', faults.ground)}
  </fieldset>`;
}

const textField = ({ text }: TypedObjection, { text: said }: ObjectionFaults): Html =>
  html`<div class="fld">
    <label for="text">二、写明情况<span class="opt">不超过 ${TEXT_MAX} 个字</span></label>
    <textarea id="text" name="text" class="ta${said ? ' err' : ''}" ${marks('text', said)}>${text}</textarea>
    ${fault('text', said)}
  </div>`;

const nameField = ({ name }: TypedObjection, { name: said }: ObjectionFaults): Html =>
  html`<div class="fld">
    <label for="name">三、姓名<span class="opt">可不填</span></label>
    <input
      id="name"
      name="name"
      class="inp${said ? ' err' : ''}"
      value="${name}"
      maxlength="${NAME_MAX}"
      autocomplete="name"
      ${marks('name', said)}
    />
    ${fault('name', said)}
  </div>`;
