const MEGABYTE = 1_000_000;
const LEAST = 0.1;

/** 「1.2 MB」; what is smaller than a tenth is said to be one. */
export const shownSize = (bytes: number): string => `${Math.max(bytes / MEGABYTE, LEAST).toFixed(1)} MB`;
