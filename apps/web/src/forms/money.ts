import type { Json } from '@wuqing/kernel';

const FEN = 100;

/** 「38600.5」 or 「38,600.50」 yuan to 3860050 fen, without a float in between; text that is no amount stays text. */
export function fenOf(text: string): number | string {
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text.normalize('NFKC').replaceAll(/[,\s]/g, ''));
  return match ? Number(match[1]) * FEN + Number((match[2] ?? '').padEnd(2, '0')) : text;
}

/** 3860050 to 「38,600.50」; what is no amount as it was typed. */
export function yuanOf(fen: Json | undefined): string {
  if (typeof fen !== 'number') return typeof fen === 'string' ? fen : '';
  const yuan = String(Math.trunc(fen / FEN)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${yuan}.${String(fen % FEN).padStart(2, '0')}`;
}
