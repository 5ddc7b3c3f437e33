/** Schemas that the migrations make or use: all that belongs to the product in its database. */
export const productSchemas: readonly string[] = ['public', 'security'];
