import type { SeatCheckView } from '../../client/api.js';
import { organizationWords } from '../../words/organization.words.js';

/** 任职检查: what the seats of a village are held against, what is broken first. */
export function SeatChecks({ checks }: { readonly checks: readonly SeatCheckView[] }) {
  const inOrder = [...checks].sort((one, other) => Number(one.isKept) - Number(other.isKept));
  return (
    <section className="card">
      <div className="hd">
        <h2>{organizationWords.checks}</h2>
        <span className="t3">{organizationWords.checksHint}</span>
      </div>
      <ul className="bd seat-checks">
        {inOrder.map(({ rule, isKept, sentence, source }) => (
          <li key={rule}>
            <span className={`mk ${isKept ? 'ok' : 'warn'}`}>
              {isKept ? organizationWords.kept : organizationWords.broken}
            </span>{' '}
            {sentence}
            <div className="t3">{source}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
