import type { UserTaskDetailView } from '../../client/api.js';
import { HeardWords } from '../../forms/heard-words.js';
import { shownMoment } from '../../kit/moment.js';

/** What the step answers: an objection of the public, a report, the opinion of a supervisor. It stands above the form. */
export const HeardCards = ({ task: { heard } }: { readonly task: Pick<UserTaskDetailView, 'heard'> }) =>
  heard.map((one) => (
    <section className="card heard-card" key={`${one.title} ${one.at}`} aria-label={one.title}>
      <div className="hd">
        <h2>{one.title}</h2>
        <span className="t3">{[one.by, shownMoment(one.at, new Date())].filter(Boolean).join(' ')}</span>
      </div>
      <div className="bd">
        <HeardWords heard={one} />
      </div>
    </section>
  ));
