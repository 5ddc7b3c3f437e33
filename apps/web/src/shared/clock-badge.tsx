import type { ClockBadgeValue } from './contract.js';
import { words } from './words.js';

/** Shape, text and color together: nobody has to tell colors apart. The absolute day stands beside the time left. */
export function ClockBadge({ clock }: { readonly clock?: ClockBadgeValue | null }) {
  if (!clock) return null;
  return (
    <span>
      <span className={`badge ${clock.tone}`}>
        {clock.shape} {clock.text.replace(clock.shape, '').trim()}
      </span>{' '}
      {clock.dueOn && (
        <span className="muted">
          {words.dueOn} {clock.dueOn}
          {clock.provisional && ` · ${words.provisional}`}
          {clock.unconfirmed && ` · ${words.unconfirmed}`}
        </span>
      )}
    </span>
  );
}
