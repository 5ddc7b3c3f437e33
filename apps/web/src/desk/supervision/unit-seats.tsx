import type { UnitSeatView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { unitWords } from '../../words/supervision.words.js';

/** 班子和村监会: who holds which office. */
export const UnitSeats = ({ seats }: { readonly seats: readonly UnitSeatView[] }) => (
  <section className="card" aria-label={unitWords.seats}>
    <div className="hd">
      <h2>{unitWords.seats}</h2>
    </div>
    {seats.length === 0 ? (
      <Empty text={unitWords.noSeats} />
    ) : (
      <dl className="para seats bd">
        {seats.map(({ title, names }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{names.join('、')}</dd>
          </div>
        ))}
      </dl>
    )}
  </section>
);
