import { useOnline } from '../../device/use-online.js';
import { Icon } from '../../kit/icon.js';
import { stateWords } from '../../words/state.words.js';

/** Everything stays usable; the bar only says where entries lie meanwhile. */
export function OfflineBar() {
  if (useOnline()) return null;
  return (
    <div className="offb" role="status">
      <Icon name="offline" />
      {stateWords.offlineBar}
    </div>
  );
}
