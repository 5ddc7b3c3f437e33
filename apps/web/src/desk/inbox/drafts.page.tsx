import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import {
  draftsListInfiniteOptions,
  draftsStartsOptions,
  startDraftsDrop,
  taskDraftsDrop,
  type DraftedStartView,
  type DraftedTaskView,
} from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { useSession } from '../../client/session.js';
import { ClockBadge } from '../../kit/clock-badge.js';
import { Empty } from '../../kit/empty.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { draftWords } from '../../words/draft.words.js';
import { navWords } from '../../words/nav.words.js';
import { Failure } from '../states/failure.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';

/** What somebody threw away: the draft of a step, or of a case that was not begun. */
type Discarded = { readonly taskId: string } | { readonly processKey: string };

/** 草稿: what was written and not submitted, the latest first; to go on with or to throw away. */
export function DraftsPage() {
  const query = useInfiniteQuery({ ...draftsListInfiniteOptions(), ...nextPage });
  const { data: begun } = useQuery(draftsStartsOptions());
  const discard = useDiscard();
  const starts = begun?.items ?? [];
  return (
    <main className="main">
      <h1 className="title">{navWords.drafts}</h1>
      <section className="card">
        <Failure error={discard.error} />
        <Answer query={query}>
          {({ pages }) => (
            <Drafts tasks={pages.flatMap(({ items }) => items)} starts={starts} onDiscard={discard.mutate} />
          )}
        </Answer>
        <MoreRows query={query} />
      </section>
    </main>
  );
}

/** From the server and from this device: what is thrown away does not come back with the next opening. */
function useDiscard() {
  const client = useQueryClient();
  const { data: me } = useSession();
  return useMutation({
    mutationFn: async (draft: Discarded) => {
      if ('processKey' in draft) await startDraftsDrop({ path: { key: draft.processKey } });
      else await taskDraftsDrop({ path: { id: draft.taskId } });
      if (!me) return;
      const { forgetDraft, forgetTask, startSubjectOf } = await import('../../device/device-store.js');
      if ('processKey' in draft) await forgetDraft(me.person.id, startSubjectOf(draft.processKey));
      else await forgetTask(me.person.id, draft.taskId);
    },
    onSuccess: () => client.invalidateQueries(),
  });
}

interface DraftsProps {
  readonly tasks: readonly DraftedTaskView[];
  readonly starts: readonly DraftedStartView[];
  readonly onDiscard: (draft: Discarded) => void;
}

function Drafts({ tasks, starts, onDiscard }: DraftsProps) {
  if (tasks.length + starts.length === 0) return <Empty text={draftWords.none} action={<ToInbox />} />;
  return (
    <ul className="bd">
      {starts.map(({ processKey, processName, savedAt }) => (
        <li key={processKey} className="line">
          <Saved at={savedAt} />
          <Link to="/start" search={{ processKey }}>
            {draftWords.startOf(processName)}
          </Link>
          <Discard title={processName} onDiscard={() => onDiscard({ processKey })} />
        </li>
      ))}
      {tasks.map(({ task, savedAt }) => (
        <li key={task.id} className="line">
          <Saved at={savedAt} />
          <div className="ell">
            <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
              {task.caseTitle}
            </Link>
            <div className="s t2">
              <MetaLine facts={[task.unitName, task.name, task.caseNumber]} />
            </div>
          </div>
          <span className="row">
            <ClockBadge clock={task.clock} />
            <Discard title={task.caseTitle} onDiscard={() => onDiscard({ taskId: task.id })} />
          </span>
        </li>
      ))}
    </ul>
  );
}

const ToInbox = () => (
  <Link to="/inbox" search={{}} className="btn">
    {navWords.inbox}
  </Link>
);

const Saved = ({ at }: { readonly at: string }) => (
  <time className="t3" dateTime={at}>
    {shownMoment(at, new Date())}
  </time>
);

interface DiscardProps {
  readonly title: string;
  readonly onDiscard: () => void;
}

const Discard = ({ title, onDiscard }: DiscardProps) => (
  <Popconfirm
    title={draftWords.reallyDiscard(title)}
    okText={draftWords.discard}
    cancelText={draftWords.keep}
    onConfirm={onDiscard}
  >
    <Button size="small" danger aria-label={`${draftWords.discard} ${title}`}>
      {draftWords.discard}
    </Button>
  </Popconfirm>
);
