import { isBlank } from '@wuqing/kernel';

/** What an objection may be about, by the word that the process knows. */
export const grounds = {
  程序: '开会或表决',
  内容: '决定的内容',
  公开: '公开不真实',
  其他: '其他',
} as const;
export type Ground = keyof typeof grounds;

export const TEXT_MAX = 2_000;
export const NAME_MAX = 50;
export const PHONE_MAX = 20;

/** As it was typed, to be shown again. */
export interface TypedObjection {
  readonly ground: string;
  readonly text: string;
  readonly name: string;
  readonly phone: string;
  readonly token: string;
}

export interface ReadObjection {
  readonly ground: Ground;
  readonly text: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly token: string;
}

export type ObjectionField = 'ground' | 'text' | 'photos' | 'name' | 'phone' | 'form' | 'rest';
export type ObjectionFaults = Readonly<Partial<Record<ObjectionField, string>>>;

export type CheckedObjection =
  | { readonly ok: true; readonly typed: TypedObjection; readonly read: ReadObjection }
  | { readonly ok: false; readonly typed: TypedObjection; readonly faults: ObjectionFaults };

/** The one field that people do not see; what writes into every field is a program. */
export const TRAP = 'website';

const isGround = (value: string): value is Ground => Object.hasOwn(grounds, value);
const clean = (value: string): string => value.replace(/\r\n?/g, '\n').trim();

/** Of what was sent the text in this field; whatever is missing, repeated or no text is empty. */
export const saidIn = (body: Readonly<Record<string, unknown>>, name: string): string =>
  typeof body[name] === 'string' ? clean(body[name]) : '';

/** As it was typed, whatever it is. */
export const typedIn = (body: Readonly<Record<string, unknown>>): TypedObjection => ({
  ground: saidIn(body, 'ground'),
  text: saidIn(body, 'text'),
  name: saidIn(body, 'name'),
  phone: saidIn(body, 'phone'),
  token: saidIn(body, 'token'),
});

/** Reads the fields of the form; whatever is missing, repeated or no text counts as left empty. */
export function checkObjection(body: Readonly<Record<string, unknown>>): CheckedObjection {
  const typed = typedIn(body);
  const faults: ObjectionFaults = {
    ...(!isGround(typed.ground) && { ground: '请选择对什么有异议。' }),
    ...textFault(typed.text),
    ...nameFault(typed.name),
    ...phoneFault(typed.phone),
    ...(saidIn(body, TRAP) !== '' && { form: '提交没有通过核验，请核对后再提交一次。' }),
  };
  if (Object.keys(faults).length > 0 || !isGround(typed.ground)) return { ok: false, typed, faults };
  const read = { ...typed, ground: typed.ground, name: typed.name || null, phone: typed.phone || null };
  return { ok: true, typed, read };
}

function textFault(text: string): ObjectionFaults {
  if (isBlank(text)) return { text: '请写明情况，写清楚哪一处、为什么。' };
  return text.length > TEXT_MAX ? { text: `请写在 ${TEXT_MAX} 个字以内，现在是 ${text.length} 个字。` } : {};
}

const nameFault = (name: string): ObjectionFaults =>
  name.length > NAME_MAX || /\n/.test(name) ? { name: `姓名请写在 ${NAME_MAX} 个字以内，也可以不填。` } : {};

export const phoneFault = (phone: string): { readonly phone?: string } =>
  phone === '' || (phone.length <= PHONE_MAX && /^\+?[\d\s-]{5,}$/.test(phone))
    ? {}
    : { phone: '电话请只填数字，如 13800000000，也可以不填。' };
