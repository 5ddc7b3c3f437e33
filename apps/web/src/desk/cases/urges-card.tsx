import { useQuery } from '@tanstack/react-query';
import { urgesListOptions, type UrgeView } from '../../client/api.js';
import { shownMoment } from '../../kit/moment.js';
import { caseWords } from '../../words/case.words.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { ReceiptsTable } from '../supervision/receipts-table.js';

/** 催办回执: what the case's steps were urged to, and who has read it; nothing where nobody was urged. */
export function UrgesCard({ caseId }: { readonly caseId: string }) {
  const { data } = useQuery(urgesListOptions({ path: { id: caseId } }));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="card" aria-label={caseWords.urges}>
      <div className="hd">
        <h2>{caseWords.urges}</h2>
        <span className="t3">{supervisionWords.times(data.items.length)}</span>
      </div>
      <ReceiptsTable>
        {data.items.map((urge) => (
          <Receipts key={urge.id} urge={urge} />
        ))}
      </ReceiptsTable>
    </section>
  );
}

function Receipts({ urge: { id, taskName, urgedBy, recipients } }: { readonly urge: UrgeView }) {
  const now = new Date();
  return recipients.map(({ role, title, names, sentAt, readAt }) => (
    <tr key={`${id} ${role} ${title}`}>
      <th scope="row">
        {names.length === 0 ? title : names.join('、')}
        <div className="s t3">{caseWords.urgedOf(urgedBy, taskName)}</div>
      </th>
      <td>{sentAt === null ? caseWords.notSent : shownMoment(sentAt, now)}</td>
      <td className={readAt === null ? 'amb' : undefined}>
        {readAt === null ? supervisionWords.unread : shownMoment(readAt, now)}
      </td>
    </tr>
  ));
}
