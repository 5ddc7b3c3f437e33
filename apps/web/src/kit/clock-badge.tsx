import type { ClockBadgeView } from '../generated/types.gen.js';
import { partWords } from '../words/part.words.js';
import { shownDue } from './moment.js';
import { Unconfirmed } from './marks.js';

type ShownClock = Pick<ClockBadgeView, 'tone' | 'text' | 'shape' | 'dueAt' | 'provisional' | 'unconfirmed'>;

interface ClockProps {
  readonly clock: ShownClock | null | undefined;
}

interface BadgeProps extends ClockProps {
  /** `bare` in tables and headings, `lg` at the head of a page. */
  readonly look?: 'bare' | 'lg';
}

/** Shape, text and colour together: nobody has to tell colours apart. The shape is drawn by the style sheet. */
export function ClockBadge({ clock, look }: BadgeProps) {
  if (!clock) return null;
  return (
    <span className={['clk', clock.tone, look].filter(Boolean).join(' ')}>
      {clock.tone === 'done-late' && <span className="bang">!</span>}
      {clock.text.replace(clock.shape, '').trim()}
    </span>
  );
}

/** The absolute moment, which always stands beside the time left; `labelled` at the head of a page, with what is not decided yet. */
export function DueLine({ clock, labelled = false }: ClockProps & { readonly labelled?: boolean }) {
  if (!clock) return null;
  const lead = clock.tone === 'paused' ? `${partWords.formerly} ` : labelled ? `${partWords.dueAt} ` : '';
  return (
    <span className="due">
      {lead}
      {shownDue(clock.dueAt, new Date())}
      {labelled && clock.provisional && <Unconfirmed text={partWords.provisional} />}
      {labelled && clock.unconfirmed && <Unconfirmed />}
    </span>
  );
}
