import { wordRule } from '../../words/unread-words.js';

/** What BPMN has and we do not execute is named, with what to write here. */
export const unexecutedContent = wordRule('unexecuted-content');
