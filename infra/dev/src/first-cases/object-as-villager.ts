import { setTimeout as pause } from 'node:timers/promises';
import { required } from '@wuqing/kernel';
import type { CaseDetailShown, Person } from '../drive/index.js';
import { boardPhoto } from './board-photo.js';

/** What a villager of the demo holds against the plan that hangs. */
const WORDS = {
  ground: '公开',
  text: '公示只写方案通过了，没有写每亩承包价和承包几年。开会那天说每亩一年不低于 120 元、期限 10 年，请把这两项写清楚，重新张贴。照片是今天在村公示栏拍的。',
  name: '王秀英',
  phone: '13800001111',
} as const;
/** A person needs longer for a form than that: what comes sooner is asked for once more. */
const WRITTEN_MS = 3_500;
const TRIES_MAX = 20;
const ASK_EVERY_MS = 500;

interface Overview {
  readonly notices: readonly { readonly id: string }[];
}

/** Objects to the newest notice of the case on its public page, with a photo, unless somebody has; returns when the case has heard it. */
export async function objectAsVillager(observer: Person, caseId: string): Promise<void> {
  const { notices } = await observer.get<Overview>(`/api/cases/${caseId}/overview`);
  const { id } = required(notices.at(-1), `a notice of case ${caseId}`);
  if ((await objectionsOf(observer, caseId)).length === 0) await send(observer.baseUrl, id);
  for (let tries = 0; tries < TRIES_MAX * 2; tries += 1) {
    const { tasks } = await observer.get<CaseDetailShown>(`/api/cases/${caseId}`);
    if (tasks.some(({ elementId }) => elementId === 'answer-objection')) return;
    await pause(ASK_EVERY_MS);
  }
  throw new Error(`Expected case ${caseId} to hear the objection to ${id}`);
}

const objectionsOf = async (observer: Person, caseId: string): Promise<readonly unknown[]> =>
  (await observer.get<{ readonly items: readonly unknown[] }>(`/api/cases/${caseId}/objections`)).items;

/** By the form, as it comes and goes without script and without an account. */
async function send(baseUrl: string, noticeId: string): Promise<void> {
  const address = `${baseUrl}/notices/${noticeId}/objection`;
  const page = await (await fetch(address)).text();
  const [, token] = /name="token" value="([^"]+)"/.exec(page) ?? [];
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    await pause(WRITTEN_MS);
    const answer = await fetch(address, { method: 'POST', body: formOf(required(token, 'a form')) });
    if (answer.status === 200) return;
    if (![422, 429, 503].includes(answer.status))
      throw new Error(`Expected the objection to ${noticeId} to be taken, found ${answer.status}`);
  }
  throw new Error(`Expected the objection to ${noticeId} to be taken`);
}

function formOf(token: string): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ token, ...WORDS })) form.append(name, value);
  form.append('photos', new Blob([new Uint8Array(boardPhoto())], { type: 'image/png' }), '公示栏.png');
  return form;
}
