const FEN_OF_YUAN = 100n;
const FEN_DIGITS = 2;

const WRITTEN = new Intl.NumberFormat('en-US');

/** 8600000 fen as 「86,000.00」, without a float in between; a true minus sign, as wide as a figure. */
export function yuanOf(fen: number): string {
  const whole = BigInt(Math.abs(fen));
  const rest = String(whole % FEN_OF_YUAN).padStart(FEN_DIGITS, '0');
  return `${fen < 0 ? '−' : ''}${WRITTEN.format(whole / FEN_OF_YUAN)}.${rest}`;
}
