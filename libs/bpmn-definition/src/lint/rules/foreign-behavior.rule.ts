import { wordRule } from '../../words/unread-words.js';

/** What a file says to another engine is named, with what to write here. */
export const foreignBehavior = wordRule('foreign-behavior');
