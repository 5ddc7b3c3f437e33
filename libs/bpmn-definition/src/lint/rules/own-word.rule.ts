import { wordRule } from '../../words/unread-words.js';

/** Every `wq:` element stands where it is read, and says only what is read. */
export const ownWord = wordRule('own-word');
