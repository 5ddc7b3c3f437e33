import { answersTo } from './answers.js';

/** The same question in a browser's page. */
Object.assign(globalThis, { answersTo });
