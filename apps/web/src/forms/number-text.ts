import type { Json } from '@wuqing/kernel';
import { fenOf, yuanOf } from './money.js';

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A number as it is typed and as the answer has it. What is no number stays text: its sentence is better than a silent gap. */
export const numberText = {
  shown: textOf,
  read: (text: string): Json | undefined => {
    const typed = text.normalize('NFKC').trim();
    if (typed === '') return undefined;
    return /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : text;
  },
};

/** The same of money: yuan are typed, fen are kept. */
export const moneyText = {
  shown: (value: Json | undefined): string =>
    typeof value === 'number' ? yuanOf(value).replaceAll(',', '') : textOf(value),
  read: (text: string): Json | undefined => (text.trim() === '' ? undefined : fenOf(text)),
};

export type NumberText = typeof numberText;
