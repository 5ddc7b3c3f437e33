import { wordRule } from '../../words/unread-words.js';

/** Every attribute, element and value in the name space of BPMN is one that BPMN has at its place. */
export const knownWord = wordRule('known-word');
