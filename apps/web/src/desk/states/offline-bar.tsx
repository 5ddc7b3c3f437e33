import { useSyncExternalStore } from 'react';
import { Icon } from '../../kit/icon.js';
import { stateWords } from '../../words/state.words.js';

/** Everything stays usable; the bar only says where entries lie meanwhile. */
export function OfflineBar() {
  const isOnline = useSyncExternalStore(follow, () => navigator.onLine);
  if (isOnline) return null;
  return (
    <div className="offb" role="status">
      <Icon name="offline" />
      {stateWords.offlineBar}
    </div>
  );
}

function follow(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
