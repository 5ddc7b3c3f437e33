import { forgetLastList } from '../device/last-list.js';
import { isSessionEnd, isSessionRenewal } from './problem.js';

/** What a page hears of the session that it was opened in. */
export interface SessionNews {
  /** The one of this token is over: whatever is asked is refused until somebody signs in again. */
  readonly onEnded?: (csrfToken: string) => void;
  /** It may be another one by now: somebody has signed in, here or in another page of this browser. */
  readonly onRenewed?: () => void;
}

const NAME = 'wuqing-session';

const listeners = new Set<SessionNews>();
/** Pages alone have one; where the server draws a page nobody listens. */
const channel =
  typeof window === 'undefined' || typeof BroadcastChannel === 'undefined'
    ? undefined
    : new BroadcastChannel(NAME);
channel?.addEventListener('message', () => tellRenewed());

const tellRenewed = (): void => listeners.forEach(({ onRenewed }) => onRenewed?.());

/**
 * Every refusal passes here, by whichever road it was asked: what it says of the session is told to the page. `csrfToken`: of the
 * session in which it was asked; what comes late says nothing of the next one.
 */
export function lookForSession(refusal: unknown, csrfToken: string): void {
  if (isSessionEnd(refusal)) {
    forgetLastList(); // whoever is not signed in is shown nothing that was read
    listeners.forEach(({ onEnded }) => onEnded?.(csrfToken));
  }
  if (isSessionRenewal(refusal)) tellRenewed();
}

/** Somebody has signed in: this page and the others of this browser go on with what waited for it. */
export function sessionRenewed(): void {
  tellRenewed();
  channel?.postMessage('renewed');
}

/** Returns how to end that. */
export function followSession(news: SessionNews): () => void {
  listeners.add(news);
  return () => void listeners.delete(news);
}
