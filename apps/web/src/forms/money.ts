import type { Json } from '@wuqing/kernel';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];
const FEN = 100;

/** 「38600.5」 or 「38,600.50」 yuan to 3860050 fen, without a float in between; text that is no amount stays text. */
export function fenOf(text: string): number | string {
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(/[,，\s]/g, ''));
  return match ? Number(match[1]) * FEN + Number((match[2] ?? '').padEnd(2, '0')) : text;
}

/** 3860050 to 「38,600.50」; what is no amount as it was typed. */
export function yuanOf(fen: Json | undefined): string {
  if (typeof fen !== 'number') return typeof fen === 'string' ? fen : '';
  const yuan = String(Math.trunc(fen / FEN)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${yuan}.${String(fen % FEN).padStart(2, '0')}`;
}

/** Four digits with their places, zeros between told once: 6050 「陆仟零伍拾」. */
function groupInWords(group: number): string {
  const digits = [...String(group).padStart(4, '0')].map(Number);
  const words = digits
    .map((digit, at) => (digit === 0 ? '零' : `${DIGITS[digit]}${PLACES[3 - at]}`))
    .join('');
  return words.replaceAll(/零+/g, '零').replace(/零$/, '');
}

/** 4860000 to 「肆万捌仟陆佰元整」 (票据法's way: 支付结算办法 附件一). Fen, not negative. */
export function amountInWords(fen: number): string {
  const yuan = Math.trunc(fen / FEN);
  const groups: string[] = [];
  for (let rest = yuan, at = 0; rest > 0; rest = Math.trunc(rest / 10_000), at += 1) {
    const words = groupInWords(rest % 10_000);
    groups.unshift(words === '' ? '零' : `${words}${GROUPS[at]}`);
  }
  const whole = groups.join('').replaceAll(/零+/g, '零').replace(/^零/, '').replace(/零$/, '');
  const [jiao, last] = [Math.trunc((fen % FEN) / 10), fen % 10];
  if (jiao === 0 && last === 0) return `${whole === '' ? '零' : whole}元整`;
  const start = whole === '' ? '' : `${whole}元`;
  const between = jiao === 0 ? (whole === '' ? '' : '零') : `${DIGITS[jiao]}角`;
  return `${start}${between}${last === 0 ? '整' : `${DIGITS[last]}分`}`;
}
