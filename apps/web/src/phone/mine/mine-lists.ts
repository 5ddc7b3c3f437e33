import { phoneWords } from '../../words/phone.words.js';

/** One's own lists, by the last part of their address. */
export const MINE_LISTS = {
  started: { title: phoneWords.startedByMe },
  done: { title: phoneWords.done },
  drafts: { title: phoneWords.drafts },
  copies: { title: phoneWords.copied },
} as const;
