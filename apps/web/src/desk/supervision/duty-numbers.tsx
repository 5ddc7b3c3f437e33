import { Link } from '@tanstack/react-router';
import type { PublicationFiguresView } from '../../client/api.js';
import { inspectionWords } from '../../words/inspection.words.js';
import type { DutyState, InspectionSearch } from './inspection-search.js';

const SHOWN: readonly DutyState[] = ['published', 'late', 'overdue', 'stuck', 'open'];
const tones = { published: '', late: 'amb', overdue: 'red', stuck: 'red', open: '' } as const;

interface NumbersProps {
  readonly figures: PublicationFiguresView;
  readonly search: InspectionSearch;
}

/** The router's own mark of where one is takes a part of a search for the whole of it. */
const BY_ITSELF = { exact: true };

/** Each number leads to its list. */
export function DutyNumbers({ figures, search }: NumbersProps) {
  const { state: _state, ...rest } = search;
  return (
    <nav className="card dn mt3" aria-label={inspectionWords.numbers}>
      <Link
        to="/inspection"
        search={rest}
        activeOptions={BY_ITSELF}
        aria-current={search.state ? undefined : 'true'}
      >
        {inspectionWords.due} <b>{figures.due}</b>
      </Link>
      {SHOWN.map((state) => (
        <Link
          key={state}
          to="/inspection"
          search={{ ...rest, state }}
          activeOptions={BY_ITSELF}
          className={figures[state] > 0 ? tones[state] : ''}
          aria-current={search.state === state ? 'true' : undefined}
        >
          {inspectionWords.states[state]} <b>{figures[state]}</b>
        </Link>
      ))}
    </nav>
  );
}
