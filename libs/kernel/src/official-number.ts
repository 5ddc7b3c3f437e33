/** Of a town's paper, 「清督〔2026〕16 号」: the first sign of the town's name stands for it («待镇确认»), `sign` for the series. */
export const officialNumber = (townName: string, sign: string, year: number, n: number): string =>
  `${[...townName][0] ?? ''}${sign}〔${year}〕${n} 号`;
