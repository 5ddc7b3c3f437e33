import { useQuery } from '@tanstack/react-query';
import { caseHistoryTimelineOptions } from '../../client/api.js';
import { caseWords } from '../../words/case.words.js';
import { CaseTimeline } from './case-timeline.js';

/** 期限变动: every move of the case's terms, with old and new day, reason and person; nothing where there was none. */
export function TermMovesCard({ caseId }: { readonly caseId: string }) {
  const { data } = useQuery(caseHistoryTimelineOptions({ path: { id: caseId } }));
  const moves = data?.items.filter(({ kind }) => kind === 'term-moved') ?? [];
  if (moves.length === 0) return null;
  return (
    <section className="card">
      <div className="hd">
        <h2>{caseWords.termMoves}</h2>
        <span className="t3">{caseWords.count(moves.length)}</span>
      </div>
      <div className="bd">
        <CaseTimeline items={moves} />
      </div>
    </section>
  );
}
