/** A line of the table of budgets. */
export interface Row {
  readonly name: string;
  readonly budget: string;
  readonly measured: string;
  readonly isHeld: boolean;
  /** What was found against the budget, where a number alone helps nobody. */
  readonly found?: readonly string[];
}

/** A number that may be `most` at most. */
export const atMost = (name: string, is: number, most: number, unit = ''): Row => ({
  name,
  budget: `≤ ${told(most)}${unit}`,
  measured: `${told(is)}${unit}`,
  isHeld: is <= most,
});

/** Nothing of the kind may be found. */
export const none = (name: string, found: readonly string[], of = ''): Row => ({
  name,
  budget: '0',
  measured: `${found.length}${of && ` ${of}`}`,
  isHeld: found.length === 0,
  found,
});

const told = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en-US') : value.toFixed(value < 10 ? 2 : 1);
