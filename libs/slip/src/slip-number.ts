/** 「清移〔2026〕3 号」: the first sign of the town's name stands for it («待镇确认»). */
export const slipNumberOf = (townName: string, sign: string, year: number, n: number): string =>
  `${[...townName][0] ?? ''}${sign}〔${year}〕${n} 号`;
