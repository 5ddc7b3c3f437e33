declare const brand: unique symbol;

/** A `T` that is not just any `T`: `Brand<string, 'CaseId'>` cannot be passed for another id. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
