import { isBlank } from '@wuqing/kernel';
import { TRAP, phoneFault, saidIn } from '../objections/objection-form.js';

/** Whom it is about: asked before there is a form; about those whom a higher level manages nothing is taken here. */
export const complaintLevels = {
  matters: { level: '不涉及人员', text: '只反映事情，不涉及人员' },
  officials: { level: '镇管', text: '涉及村干部或者镇里管理的人员' },
} as const;
/** Of its own address, below which there is no form. */
export const HIGHER = 'higher-officials';

export type ComplaintKind = keyof typeof complaintLevels;

export const isComplaintKind = (value: string): value is ComplaintKind =>
  Object.hasOwn(complaintLevels, value);

export const REQUEST_MAX = 500;
export const FACTS_MAX = 3_000;
/** Who comes in person for many may be five at most. */
export const NAMES_MAX = 5;
export const NAME_MAX = 50;

/** As it was typed, to be shown again. */
export interface TypedComplaint {
  /** Code of the unit that it is about. */
  readonly unit: string;
  readonly request: string;
  readonly facts: string;
  readonly names: string;
  readonly phone: string;
  readonly token: string;
}

export interface ReadComplaint {
  readonly unit: string;
  readonly request: string;
  readonly facts: string;
  readonly names: readonly string[];
  readonly contact: string | null;
}

export type ComplaintField = 'unit' | 'request' | 'facts' | 'photos' | 'names' | 'phone' | 'form' | 'rest';
export type ComplaintFaults = Readonly<Partial<Record<ComplaintField, string>>>;

export type CheckedComplaint =
  | { readonly ok: true; readonly typed: TypedComplaint; readonly read: ReadComplaint }
  | { readonly ok: false; readonly typed: TypedComplaint; readonly faults: ComplaintFaults };

/** As it was typed, whatever it is. */
export const typedComplaint = (body: Readonly<Record<string, unknown>>): TypedComplaint => ({
  unit: saidIn(body, 'unit'),
  request: saidIn(body, 'request'),
  facts: saidIn(body, 'facts'),
  names: saidIn(body, 'names'),
  phone: saidIn(body, 'phone'),
  token: saidIn(body, 'token'),
});

/** Reads the fields of the form; `units`: codes of those that it can be about. */
export function checkComplaint(
  body: Readonly<Record<string, unknown>>,
  units: readonly string[],
): CheckedComplaint {
  const typed = typedComplaint(body);
  const names = namesIn(typed.names);
  const faults: ComplaintFaults = {
    ...(!units.includes(typed.unit) && { unit: '请选择反映的是哪里的事，不属于哪个村的选镇。' }),
    ...textFault('request', typed.request, REQUEST_MAX, '请写明要求解决什么。'),
    ...textFault('facts', typed.facts, FACTS_MAX, '请写明什么时间、什么地方、什么事。'),
    ...namesFault(names),
    ...phoneFault(typed.phone),
    ...(saidIn(body, TRAP) !== '' && { form: '提交没有通过核验，请核对后再提交一次。' }),
  };
  if (Object.keys(faults).length > 0) return { ok: false, typed, faults };
  const { unit, request, facts, phone } = typed;
  return { ok: true, typed, read: { unit, request, facts, names, contact: phone || null } };
}

/** One a line, or parted as people part them. */
const namesIn = (typed: string): string[] =>
  typed
    .split(/[\n、，,；;]/)
    .map((name) => name.trim())
    .filter((name) => !isBlank(name));

function textFault(field: 'request' | 'facts', text: string, max: number, missing: string): ComplaintFaults {
  if (isBlank(text)) return { [field]: missing };
  return text.length > max ? { [field]: `请写在 ${max} 个字以内，现在是 ${text.length} 个字。` } : {};
}

function namesFault(names: readonly string[]): ComplaintFaults {
  if (names.length > NAMES_MAX) return { names: '多人反映同一件事的，代表不得超过五人，请只写代表的姓名。' };
  return names.some((name) => name.length > NAME_MAX)
    ? { names: `每个姓名请写在 ${NAME_MAX} 个字以内，也可以不填。` }
    : {};
}
