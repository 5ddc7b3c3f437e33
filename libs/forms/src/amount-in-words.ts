const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];
const FEN = 100;

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
