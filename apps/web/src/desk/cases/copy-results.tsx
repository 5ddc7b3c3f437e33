import type { Picked } from '@wuqing/forms';
import type { CopyResultView } from '../../client/api.js';
import { Note } from '../../kit/note.js';
import { copyWords } from '../../words/copy.words.js';

interface ResultsProps {
  readonly results: readonly CopyResultView[];
  /** Whom the sender chose, by name. */
  readonly picked: readonly Picked[];
}

/** How many a copy went to, and whom it did not reach with why. */
export function CopyResults({ results, picked }: ResultsProps) {
  const refused = results.filter(({ ok }) => !ok);
  const told = results.length - refused.length;
  return (
    <div className="col g2">
      {told > 0 && (
        <Note tone="ok" icon="ok">
          {copyWords.sent(told)}
        </Note>
      )}
      {refused.map(({ personId, reason }) => (
        <Note key={personId} tone="warn">
          {copyWords.notSent(picked.find(({ id }) => id === personId)?.name ?? personId, reason ?? '')}
        </Note>
      ))}
    </div>
  );
}
