/** FEEL counts seconds with nine digits behind the point (DMN 1.3 §10.3.2.3.5 and .6). */
export const secondNanos = 1_000_000_000;
/** A day's nanoseconds fit into a number exactly; what is longer is counted in bigints. */
export const dayNanos = 86_400 * secondNanos;

/** How many whole `size` lie in `nanos`, downward. */
export function floorDivided(nanos: bigint, size: bigint): bigint {
  const quotient = nanos / size;
  return nanos % size < 0n ? quotient - 1n : quotient;
}

/** The nearest whole number of `nanos / divisor`, halves away from zero. */
export function roundDivided(nanos: bigint, divisor: bigint): bigint {
  const doubled = 2n * (nanos < 0n ? -nanos : nanos);
  const size = divisor < 0n ? -divisor : divisor;
  const rounded = (doubled + size) / (2n * size);
  return nanos < 0n === divisor < 0n ? rounded : -rounded;
}

/** `.5`, `.000000001`; nothing where there is no fraction. */
export const fractionText = (nanos: number): string =>
  nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
