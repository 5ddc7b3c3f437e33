import { wordRule } from '../../words/unread-words.js';

/** What can be read once is written once. */
export const writtenOnce = wordRule('written-once');
