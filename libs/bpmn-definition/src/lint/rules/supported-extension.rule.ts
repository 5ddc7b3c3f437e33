import { wordRule } from '../../words/unread-words.js';

/** Every `zeebe:` element is one that is executed, stands where it is read, and says only what is read. */
export const supportedExtension = wordRule('supported-extension');
