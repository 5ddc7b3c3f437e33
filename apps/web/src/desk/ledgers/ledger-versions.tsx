import { Link } from '@tanstack/react-router';
import type { LedgerKindView, LedgerVersionView } from '../../client/api.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { Timeline, type TimelineEntry } from '../../kit/timeline.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { Changes } from './changes.js';
import { changedTexts } from './ledger-values.js';

interface VersionsProps {
  readonly kind: LedgerKindView;
  /** The first first. */
  readonly versions: readonly LedgerVersionView[];
  readonly isIntact: boolean;
}

/** Every version, the last first: who wrote it, why, out of which case, and what it changed. */
export const LedgerVersions = ({ kind, versions, isIntact }: VersionsProps) => (
  <section className="card sec" aria-label={ledgerWords.versions}>
    <div className="hd">
      <h2>{ledgerWords.versions}</h2>
      {isIntact && <span className="t3">{ledgerWords.intactHelp}</span>}
    </div>
    <div className="bd">
      <Timeline
        entries={versions.map((version, at) => entryOf(kind, version, versions[at - 1])).toReversed()}
      />
    </div>
  </section>
);

function entryOf(
  kind: LedgerKindView,
  version: LedgerVersionView,
  before: LedgerVersionView | undefined,
): TimelineEntry {
  const { act, actorName, at, case: origin, confirmedByName, endedFrom, reason, stateTitle } = version;
  return {
    key: String(version.version),
    time: shownMoment(at, new Date()),
    tone: act === 'end' ? 'warn' : 'ok',
    what: (
      <MetaLine
        facts={[
          ledgerWords.version(version.version),
          ledgerWords.whoDid(actorName, ledgerWords.acts[act]),
          confirmedByName !== null && ledgerWords.confirmedBy(confirmedByName),
          stateTitle,
          endedFrom !== null && ledgerWords.endedFrom(endedFrom),
        ]}
      />
    ),
    sub: (
      <>
        <div>{ledgerWords.reason(reason)}</div>
        {origin !== null && (
          <div>
            {ledgerWords.fromCase}{' '}
            <Link to="/cases/$caseId" params={{ caseId: origin.id }}>
              {origin.number} {origin.title}
            </Link>
          </div>
        )}
        {before && <Changes changes={changedTexts(kind, before.data, version.data)} />}
      </>
    ),
  };
}
