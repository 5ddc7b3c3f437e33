import { shownSize } from '@wuqing/kernel';
import { html, type Html } from '../html.js';
import { PHONE_MAX, TRAP } from '../objections/objection-form.js';
import { PHOTOS_MAX, PHOTO_BYTES_MAX } from '../objections/objection-photos.js';

/** Above a form that was not taken: why. */
export function summary(faults: Readonly<Record<string, string>>): Html {
  const said = Object.values(faults);
  if (said.length === 0) return html``;
  return html`<div class="box err" role="alert">
    <b>还没有提交</b>
    ${said.map((one) => html`<div>${one}</div>`)}
  </div>`;
}

export const fault = (name: string, said: string | undefined): Html =>
  said === undefined ? html`` : html`<p class="msg" id="${name}-fault">${said}</p>`;

/** What a field says of itself where it is not as it must be. */
export const marks = (name: string, said: string | undefined): Html =>
  said === undefined ? html`` : html`aria-invalid="true" aria-describedby="${name}-fault"`;

/** The one field that people do not see. */
export const trap: Html = html`<div class="trap" aria-hidden="true">
  <label for="${TRAP}">此栏请留空</label>
  <input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off" />
</div>`;

/** What was chosen stands beside the browser's own button. */
export const photosField = (said: string | undefined): Html =>
  html`<div class="fld">
    <label for="photos">照片<span class="opt">可不附，最多 ${PHOTOS_MAX} 张</span></label>
    <input
      type="file"
      id="photos"
      class="inp file"
      name="photos"
      accept="image/jpeg,image/png,image/webp"
      multiple
      ${marks('photos', said)}
    />
    <p class="t2">每张不超过 ${shownSize(PHOTO_BYTES_MAX)}。照片里的拍摄时间和地点不会保存。</p>
    ${fault('photos', said)}
  </div>`;

/** `place`: the field's number in the form, as it is printed. */
export const phoneField = (place: string, phone: string, said: string | undefined): Html =>
  html`<div class="fld">
    <label for="phone">${place}、电话<span class="opt">可不填，只用于答复</span></label>
    <input
      id="phone"
      name="phone"
      class="inp${said ? ' err' : ''}"
      type="tel"
      value="${phone}"
      maxlength="${PHONE_MAX}"
      autocomplete="tel"
      ${marks('phone', said)}
    />
    ${fault('phone', said)}
  </div>`;
