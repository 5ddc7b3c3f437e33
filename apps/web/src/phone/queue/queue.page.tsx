import type { QueuedSubmission } from '../../device/device-rows.js';
import { Empty } from '../../kit/empty.js';
import { momentOf } from '../../kit/moment.js';
import { phoneWords } from '../../words/phone.words.js';
import { Header } from '../parts/header.js';
import { To } from '../parts/to.js';
import { Page } from '../shell/page.js';
import { ToInbox } from '../shell/page-states.js';
import { dropFromOutbox } from './outbox.js';
import { useOutbox } from './outbox-rows.js';
import { QueuedMark } from './queued-mark.js';
import { Refusal } from './refusal.js';

/** What was submitted on this device: what waits, what has arrived, and what was refused, with the reason. */
export function QueuePage() {
  const rows = useOutbox();
  return (
    <Page hasTabs header={<Header title={phoneWords.queue} back="/mine" />}>
      {rows.length === 0 && <Empty text={phoneWords.noneWaits} action={<ToInbox />} />}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="ph-row" data-state={row.state}>
            <QueuedRow row={row} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function QueuedRow({ row }: { readonly row: QueuedSubmission }) {
  return (
    <>
      <div className="row">
        <QueuedMark queued={row} />
        <span className="sp" />
        <time className="t3">{momentOf(row.settledAt ?? row.queuedAt).slice(5)}</time>
      </div>
      <div className="t">{row.caseTitle}</div>
      <div className="d">{row.stepName}</div>
      {row.state === 'waiting' && row.waitsForSignIn && <p className="t2">{phoneWords.goesAfterSignIn}</p>}
      {row.refusal && (
        <>
          <Refusal queued={row} />
          <div className="row mt2 wrap">
            <To className="btn" to={`/tasks/${row.taskId}`} onClick={() => void dropFromOutbox(row)}>
              {phoneWords.openAgain}
            </To>
            <button type="button" className="btn" onClick={() => void dropFromOutbox(row)}>
              {phoneWords.dropIt}
            </button>
          </div>
        </>
      )}
    </>
  );
}
