import type { QueuedSubmission } from '../../device/device-rows.js';
import { Empty } from '../../kit/empty.js';
import { momentOf } from '../../kit/moment.js';
import { stateWords } from '../../words/state.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { Header } from '../parts/header.js';
import { To } from '../parts/to.js';
import { Page } from '../shell/page.js';
import { ToInbox } from '../shell/page-states.js';
import { useOnline } from '../../device/use-online.js';
import { dropFromOutbox } from './outbox.js';
import { useOutbox } from './outbox-rows.js';

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

const TONES = { waiting: 'amb', received: 'amb', sent: 'grn', refused: 'late' } as const;

function QueuedRow({ row }: { readonly row: QueuedSubmission }) {
  const isOnline = useOnline();
  const said = {
    waiting: isOnline ? phoneWords.sending : phoneWords.waiting,
    received: stateWords.received,
    sent: phoneWords.sent,
    refused: phoneWords.refused,
  }[row.state];
  return (
    <>
      <div className="row">
        <b className={TONES[row.state]}>{said}</b>
        <span className="sp" />
        <time className="t3">{momentOf(row.settledAt ?? row.queuedAt).slice(5)}</time>
      </div>
      <div className="t">{row.caseTitle}</div>
      <div className="d">{row.stepName}</div>
      {row.refusal && (
        <>
          <p className="msg err">{row.refusal.message}</p>
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
