import { register } from 'node:module';

/** `node --import` of this file lets a thread or a process of the specs load TypeScript sources as the build would. */
register('./source-loader.mjs', import.meta.url);
