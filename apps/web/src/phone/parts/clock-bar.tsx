import type { ClockBadgeView } from '../../client/api.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';

/** The clock of a step across the page, in its colour, with the absolute moment. */
export const ClockBar = ({ clock }: { readonly clock: ClockBadgeView | null }) =>
  clock && (
    <div className={`ph-clock row wrap ${clock.tone}`}>
      <ClockBadge clock={clock} look="bare" />
      <span className="sp" />
      <DueLine clock={clock} />
    </div>
  );
