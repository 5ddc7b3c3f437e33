import { useQuery } from '@tanstack/react-query';
import { inboxCountsOptions, userTasksListOptions, type UserTaskDetailView } from '../../client/api.js';
import { ClockBadge, DueLine } from '../../kit/clock-badge.js';
import { Icon } from '../../kit/icon.js';
import { momentOf } from '../../kit/moment.js';
import { phoneWords } from '../../words/phone.words.js';
import { Header } from '../parts/header.js';
import { Section } from '../parts/section.js';
import { To } from '../parts/to.js';
import { Page } from '../shell/page.js';
import { afterwardsOf } from './afterwards.js';
import type { Outcome } from './use-submission.js';

interface DoneProps {
  readonly task: UserTaskDetailView;
  readonly outcome: Outcome;
}

/** What was done, what comes of it, and the next piece. */
export const DonePage = ({ task, outcome }: DoneProps) => (
  <Page hasTabs header={<Header title={phoneWords.handle} back="/inbox" />}>
    <div className="ph-done">
      <div className="row" role="status">
        <span className={outcome.isSent ? 'grn' : 'amb'}>
          <Icon name={outcome.isSent ? 'ok' : 'clock'} />
        </span>
        <h2>{outcome.isSent ? phoneWords.submitted : phoneWords.waiting}</h2>
      </div>
      <div className="mt3">
        <b>{task.caseTitle}</b>
      </div>
      <div className="t2">{task.name}</div>
      <div className="mt3 t2">{outcome.isSent ? afterwardsOf(task) : phoneWords.waitsHere}</div>
      <div className="row mt2">
        {outcome.isSent ? (
          <To className="btn link" to={`/cases/${task.caseId}`}>
            {phoneWords.seeCase}
          </To>
        ) : (
          <To className="btn link" to="/queue">
            {phoneWords.toQueue}
          </To>
        )}
      </div>
    </div>
    <Next done={task.id} />
    {outcome.isSent && <p className="ph-pad t3">{phoneWords.submittedAt(momentOf(outcome.at).slice(5))}</p>}
  </Page>
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
