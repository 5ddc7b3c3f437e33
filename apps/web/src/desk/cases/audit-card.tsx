import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { caseHistoryAuditOptions, type AuditView } from '../../client/api.js';
import { statusOf } from '../../client/problem.js';
import { shownMoment } from '../../kit/moment.js';
import { Note } from '../../kit/note.js';
import { caseWords } from '../../words/case.words.js';
import { Answer } from '../states/page-states.js';

const HASH_ENDS = 4;
const NOT_THEIRS: readonly (number | undefined)[] = [403, 404];

/** 留痕: whether the chain is the one that was written; not there for whoever may not read it. */
export function AuditCard({ caseId }: { readonly caseId: string }) {
  const audit = useQuery(caseHistoryAuditOptions({ path: { id: caseId } }));
  if (NOT_THEIRS.includes(statusOf(audit.error))) return null;
  return (
    <section className="card">
      <div className="hd">
        <h2>{caseWords.audit}</h2>
        <span className="sp" />
        <Button size="small" loading={audit.isFetching} onClick={() => void audit.refetch()}>
          {caseWords.verify}
        </Button>
      </div>
      <div className="bd">
        <Answer query={audit}>{(read) => <Verified audit={read} />}</Answer>
      </div>
    </section>
  );
}

/** The numbers are those of the whole chain, also where some of it is closed to the reader. */
function Verified({ audit: { verified, head, brokenAt, entries } }: { readonly audit: AuditView }) {
  const last = entries.at(-1);
  const isGapped = last !== undefined && entries.length < last.seq;
  return (
    <>
      <Note tone={verified ? 'ok' : 'late'}>
        {verified ? caseWords.intact(last?.seq ?? 0) : caseWords.broken(brokenAt)}
      </Note>
      <p className="s t3 mt1">
        {last && caseWords.head(shownMoment(last.at, new Date()), shortOf(head))}
        {isGapped && ` ${caseWords.gaps}`}
      </p>
    </>
  );
}

const shortOf = (hash: string): string => `${hash.slice(0, HASH_ENDS)}…${hash.slice(-HASH_ENDS)}`;
