import { Link } from '@tanstack/react-router';
import type { UnitPublicationView, WatchedUnitView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { unitWords } from '../../words/supervision.words.js';
import { Worst } from './duty-worst.js';

interface PublicationsProps {
  readonly unit: Pick<WatchedUnitView, 'unitId'>;
  readonly publications: readonly UnitPublicationView[];
}

/** 公开: how the village stands with each of its publications; each leads to what is behind it. */
export const UnitPublications = ({ unit: { unitId }, publications }: PublicationsProps) => (
  <section className="card" aria-label={unitWords.publications}>
    <div className="hd">
      <h2>{unitWords.publications}</h2>
      <span className="sp" />
      <Link to="/inspection" search={{ unitId }}>
        {unitWords.inspect}
      </Link>
    </div>
    {publications.length === 0 ? (
      <Empty text={unitWords.nothingDue} />
    ) : (
      <ul className="bd">
        {publications.map((one) => (
          <li key={`${one.processKey} ${one.elementId}`} className="line of">
            <span className="ell">{one.title}</span>
            <Link to="/inspection" search={{ unitId, processKey: one.processKey, elementId: one.elementId }}>
              <Worst duty={one} total={one.total} />
            </Link>
          </li>
        ))}
      </ul>
    )}
  </section>
);
