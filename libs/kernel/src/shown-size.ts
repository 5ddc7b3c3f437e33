const STEP = 1_024;
const LARGER = ['KB', 'MB', 'GB'] as const;

/** How much room something takes, as people read it: 70 → 「70 字节」, 1_258_291 → 「1.2 MB」, 20_971_520 → 「20 MB」. `bytes`: whole, not negative. */
export function shownSize(bytes: number): string {
  let [shown, unit] = [bytes, '字节'];
  for (const larger of LARGER) {
    if (tenths(shown) < STEP) break;
    [shown, unit] = [shown / STEP, larger];
  }
  return `${tenths(shown)} ${unit}`;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
