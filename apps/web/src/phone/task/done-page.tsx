import { useQuery } from '@tanstack/react-query';
import { inboxCountsOptions, userTasksListOptions, type UserTaskDetailView } from '../../client/api.js';
import type { QueuedSubmission } from '../../device/device-rows.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { Icon, type IconName } from '../../kit/icon.js';
import { momentOf } from '../../kit/moment.js';
import { stateWords } from '../../words/state.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { dropFromOutbox } from '../queue/outbox.js';
import { useOutbox } from '../queue/outbox-rows.js';
import { Refusal } from '../queue/refusal.js';
import { Header } from '../parts/header.js';
import { Section } from '../parts/section.js';
import { To } from '../parts/to.js';
import { Page } from '../shell/page.js';
import { afterwardsOf } from './afterwards.js';

interface DoneProps {
  readonly task: UserTaskDetailView;
  /** As it stood when it was submitted; the device's list says how it stands now. */
  readonly submitted: QueuedSubmission;
  /** It was refused in line, and is to be mended. */
  readonly onAgain: () => void;
}

const LOOKS: Readonly<
  Record<QueuedSubmission['state'] | 'signIn', readonly [tone: string, icon: IconName, said: string]>
> = {
  waiting: ['amb', 'clock', phoneWords.waiting],
  signIn: ['amb', 'clock', phoneWords.waitsForSignIn],
  received: ['amb', 'clock', stateWords.received],
  sent: ['grn', 'ok', phoneWords.submitted],
  refused: ['late', 'refused', phoneWords.refused],
};

const isForSignIn = ({ state, waitsForSignIn }: QueuedSubmission): boolean =>
  state === 'waiting' && waitsForSignIn === true;

/** What was done, what comes of it, and the next piece; followed as long as the server has it in line. */
export function DonePage({ task, submitted, onAgain }: DoneProps) {
  const now = useOutbox().find(({ id }) => id === submitted.id) ?? submitted;
  const [tone, icon, said] = LOOKS[isForSignIn(now) ? 'signIn' : now.state];
  return (
    <Page hasTabs header={<Header title={phoneWords.handle} back="/inbox" />}>
      <div className="ph-done">
        <div className="row" role="status">
          <span className={`mark ${tone}`}>
            <Icon name={icon} />
          </span>
          <h2>{said}</h2>
        </div>
        <div className="mt3">
          <b>{task.caseTitle}</b>
        </div>
        <div className="t2">{task.name}</div>
        <Comes task={task} submitted={now} onAgain={onAgain} />
      </div>
      <Next done={task.id} />
      {now.state === 'sent' && (
        <p className="ph-pad t3">
          {phoneWords.submittedAt(momentOf(now.settledAt ?? now.queuedAt).slice(5))}
        </p>
      )}
    </Page>
  );
}

/** What comes of it, and where to look. */
function Comes({ task, submitted, onAgain }: DoneProps) {
  const mend = () => void dropFromOutbox(submitted).then(onAgain);
  switch (submitted.state) {
    case 'sent':
      return (
        <Said text={afterwardsOf(task.onward)} to={`/cases/${task.caseId}`} label={phoneWords.seeCase}>
          <a className="btn link" href={`/app/print/tasks/${task.id}`}>
            {phoneWords.printReceipt}
          </a>
        </Said>
      );
    case 'refused':
      return (
        <>
          <Refusal queued={submitted} />
          <button type="button" className="btn mt2" onClick={mend}>
            {phoneWords.openAgain}
          </button>
        </>
      );
    case 'received':
      return <Said text={phoneWords.inLine} to="/queue" label={phoneWords.toQueue} />;
    case 'waiting':
      return (
        <Said
          text={submitted.waitsForSignIn ? phoneWords.goesAfterSignIn : phoneWords.waitsHere}
          to="/queue"
          label={phoneWords.toQueue}
        />
      );
  }
}

interface SaidProps {
  readonly text: string | undefined;
  readonly to: `/${string}`;
  readonly label: string;
  readonly children?: React.ReactNode;
}

const Said = ({ text, to, label, children }: SaidProps) => (
  <>
    <div className="mt3 t2">{text}</div>
    <div className="row mt2">
      <To className="btn link" to={to}>
        {label}
      </To>
      {children}
    </div>
  </>
);

function Next({ done }: { readonly done: string }) {
  const { data } = useQuery(userTasksListOptions({ query: { view: 'todo', limit: 2 } }));
  const { data: counts } = useQuery(inboxCountsOptions());
  const next = data?.items.find(({ id }) => id !== done);
  return (
    <Section title={phoneWords.next}>
      {next ? (
        <>
          <div className="row mt1 wrap">
            <ClockBadge clock={next.clock} />
            <span className="sp" />
            <DueLine clock={next.clock} />
          </div>
          <div className="ph-name mt2">{next.caseTitle}</div>
          <div className="t2">{next.name}</div>
          <To className="btn pri blk mt3" to={`/tasks/${next.id}`}>
            {phoneWords.nextOne}
          </To>
        </>
      ) : (
        data && <p className="t2">{phoneWords.nothingNext}</p>
      )}
      <To className="btn blk mt2" to="/inbox">
        {counts ? phoneWords.backTo(counts.todo) : phoneWords.backToInbox}
      </To>
    </Section>
  );
}
