import { officeNames } from '@wuqing/organization';
import type { SlipKind } from './slip-kind.js';

/** Signs of the open subject, and of what is sealed. */
export const SUBJECT_MAX = 100;
export const SEALED_MAX = 10_000;

/** A unit that sends or takes. */
export interface SlipUnit {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
}

export interface SlipObjection {
  readonly path: '/kind' | '/toUnitId';
  /** Chinese. */
  readonly message: string;
}

/** Why a slip may not go from there to here; undefined where it may. */
export function objectionToSlip(
  kind: SlipKind | undefined,
  from: SlipUnit,
  to: SlipUnit | undefined,
): SlipObjection | undefined {
  if (!kind) return { path: '/kind', message: '没有这一种流转单，请重新选择。' };
  const takes = to?.kind === 'office' && kind.to.some((code) => code === to.code);
  if (!takes) {
    const names = kind.to.map((code) => officeNames[code]).join('、');
    return { path: '/toUnitId', message: `《${kind.title}》只能移送给：${names}。` };
  }
  if (to.id === from.id) return { path: '/toUnitId', message: '不能移送给本单位，请选择其他单位。' };
  return undefined;
}
