/**
 * A moment as whole epoch ms, as JavaScript cuts it; infinite where the moment is. The driver reads a number many times as quickly
 * as a date. What is added is less than the microsecond that a moment is exact to, and more than such a number is wrong by.
 */
export const msOf = (moment: string): string => `floor(date_part('epoch', ${moment}) * 1000 + 0.0005)`;
