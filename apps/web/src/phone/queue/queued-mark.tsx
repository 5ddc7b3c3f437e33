import type { QueuedSubmission } from '../../device/device-rows.js';
import { useOnline } from '../../device/use-online.js';
import { stateWords } from '../../words/state.words.js';
import { phoneWords } from '../../words/phone.words.js';

const TONES = { waiting: 'amb', received: 'amb', sent: 'grn', refused: 'late' } as const;

/** How a submission of this device stands, wherever its step is listed. */
export function QueuedMark({ queued }: { readonly queued: QueuedSubmission }) {
  const isOnline = useOnline();
  return <b className={TONES[queued.state]}>{saidOf(queued, isOnline)}</b>;
}

function saidOf({ state, waitsForSignIn }: QueuedSubmission, isOnline: boolean): string {
  switch (state) {
    case 'waiting':
      if (!isOnline) return phoneWords.waiting;
      return waitsForSignIn ? phoneWords.waitsForSignIn : phoneWords.sending;
    case 'received':
      return stateWords.received;
    case 'sent':
      return phoneWords.sent;
    case 'refused':
      return phoneWords.refused;
  }
}
