/** All that the API can be asked and answers, made of its own description: see `infra/dev/bootstrap/api-client.mjs`. */
export * from '../generated/@tanstack/react-query.gen.js';
export * from '../generated/behind/react-query.gen.js';
export * from '../generated/behind/sdk.gen.js';
export * from '../generated/sdk.gen.js';
export type * from '../generated/types.gen.js';
