/** Series in `number_series`. */
export const ORDER_SERIES = 'supervision-order';

/** 「清督〔2026〕16 号」: the first sign of the town's name stands for it («待镇确认»). Pure. */
export const orderNumberOf = (townName: string, year: number, n: number): string =>
  `${[...townName][0] ?? ''}督〔${year}〕${n} 号`;
