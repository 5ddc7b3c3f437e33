/** In place of a service's answer that was not sealed under its queue's key; no variable may have this name. */
export const UNREADABLE_ANSWER = 'wuqing:unreadable';
