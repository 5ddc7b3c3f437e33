import type { OrderDetailView } from '../../client/api.js';
import { shownMoment } from '../../kit/moment.js';
import { supervisionWords } from '../../words/supervision.words.js';
import { ReceiptsTable } from './receipts-table.js';

/** 送达与回执: whom the order reached, and who has read of it. */
export function OrderReceipts({ receipts }: Pick<OrderDetailView, 'receipts'>) {
  return (
    <section className="card">
      <div className="hd">
        <h2>{supervisionWords.receipts}</h2>
      </div>
      {receipts.length === 0 ? (
        <p className="bd t3">{supervisionWords.noReceipts}</p>
      ) : (
        <ReceiptsTable>
          {receipts.map(({ name, sentAt, readAt }) => (
            <tr key={`${name} ${sentAt}`}>
              <th scope="row">{name}</th>
              <td>{shownMoment(sentAt, new Date())}</td>
              <td className={readAt === null ? 'amb' : undefined}>
                {readAt === null ? supervisionWords.unread : shownMoment(readAt, new Date())}
              </td>
            </tr>
          ))}
        </ReceiptsTable>
      )}
    </section>
  );
}
