import { isBlank } from '@wuqing/kernel';
import { isAddresseeKind, type LetterKind } from './letter-kind.js';
import { nextRungOf, type LetterCourse } from './letter-standing.js';
import { isOnlyNextRung, needsBasis } from './letter-text.js';

export interface LetterUnit {
  readonly id: string;
  readonly kind: string;
}

/** The letter that a new one follows, and between whom it went. */
export interface LetterBefore extends LetterCourse {
  readonly fromUnitId: string;
  readonly toUnitId: string;
}

export interface LetterAsked {
  readonly kind: LetterKind;
  readonly from: LetterUnit;
  readonly to: LetterUnit | undefined;
  readonly basis: string;
  /** Undefined where it begins by itself. */
  readonly before: LetterBefore | undefined;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

export interface LetterObjection {
  readonly path: '/kind' | '/toUnitId' | '/basis' | '/followsId';
  /** Chinese. */
  readonly message: string;
}

/** Why it may not be issued; undefined where it may. */
export function objectionToLetter(asked: LetterAsked): LetterObjection | undefined {
  const { kind, from, to, basis } = asked;
  if (!to || !isAddresseeKind(to.kind) || !kind.to.includes(to.kind))
    return { path: '/toUnitId', message: `《${kind.title}》只能发给村或者科室。` };
  if (to.id === from.id) return { path: '/toUnitId', message: '不能发给本单位，请选择其他单位。' };
  if (needsBasis(kind) && isBlank(basis))
    return { path: '/basis', message: `《${kind.title}》须写明依据的法律法规或者制度。` };
  return objectionToRung(asked);
}

function objectionToRung({ kind, from, to, before, today }: LetterAsked): LetterObjection | undefined {
  if (!before)
    return isOnlyNextRung(kind)
      ? { path: '/kind', message: `《${kind.title}》只在前一份函逾期未答复时发出，请从那份函上发。` }
      : undefined;
  const isBetweenTheSame = before.fromUnitId === from.id && before.toUnitId === to?.id;
  if (isBetweenTheSame && nextRungOf(before, today)?.key === kind.key) return undefined;
  return { path: '/followsId', message: '前一份函没有逾期，或者下一步不是这一种，不能接着发。' };
}
