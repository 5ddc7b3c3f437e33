import { Icon } from '../../kit/icon.js';
import { MetaLine } from '../../kit/meta-line.js';
import { inboxWords } from '../../words/inbox.words.js';
import type { BulkOutcome, BulkResult } from './use-bulk.js';

/** What became of each row: those that were refused first, with the reason. */
export function BulkResults({ result: { deed, outcomes } }: { readonly result: BulkResult }) {
  const refused = outcomes.filter(({ problem }) => problem !== null);
  const done = outcomes.filter(({ problem }) => problem === null);
  return (
    <>
      <div className="pv-h">
        <h2 className="h1">{inboxWords.bulkResult[deed]}</h2>
      </div>
      <div className="pv-b" role="status">
        {refused.length > 0 && <Outcomes title={inboxWords.notDone} outcomes={refused} />}
        {done.length > 0 && <Outcomes title={inboxWords.isDone} outcomes={done} />}
      </div>
    </>
  );
}

interface OutcomesProps {
  readonly title: string;
  readonly outcomes: readonly BulkOutcome[];
}

const Outcomes = ({ title, outcomes }: OutcomesProps) => (
  <div className="card">
    <div className="hd">
      <h2>{title}</h2>
      <span className="t3">{inboxWords.count(outcomes.length)}</span>
    </div>
    <table className="tb">
      <tbody>
        {outcomes.map(({ row, problem }) => (
          <tr key={row.id}>
            <td className={problem === null ? 'mark grn' : 'mark red'}>
              <Icon name={problem === null ? 'ok' : 'refused'} />
            </td>
            <td>
              {row.caseTitle}
              <div className="s t3">
                <MetaLine facts={[row.unitName, row.name]} />
              </div>
            </td>
            <td className="t2">{problem}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
