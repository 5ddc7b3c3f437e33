/**
 * A parameter whose value must not change the plan: a statement is asked at every request, and is worth one plan for all values,
 * not a plan for each.
 */
export const hidden = (place: number, type: string): string => `(SELECT $${place}::${type})`;

/** The values of a statement that is put together from pieces, in the order of their numbers. */
export class SqlParameters {
  constructor(readonly values: unknown[] = []) {}

  /** How the statement names the value. */
  take(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** The same where the value must not change the plan. */
  hide(value: unknown, type: string): string {
    return hidden(this.values.push(value), type);
  }
}

/** Conditions behind others; what is not asked for must not stand there, for it would cost. */
export const andAll = (conditions: readonly (string | false | undefined)[]): string =>
  conditions
    .filter((one) => typeof one === 'string')
    .map((one) => `AND ${one}`)
    .join(' ');
