/** TypeORM entities: a table a file; rows only. */
export const entities: readonly (new () => object)[] = [];
