import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  notificationsListInfiniteOptions,
  notificationsReadUntilMutation,
  notificationsReadMutation,
  notificationsUnreadOptions,
  type NotificationView,
} from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { dayOf, momentOf, shownDay } from '../../kit/moment.js';
import { phoneWords } from '../../words/phone.words.js';
import { Header } from '../parts/header.js';
import { To } from '../parts/to.js';
import { Page } from '../shell/page.js';
import { Answer, ToInbox } from '../shell/page-states.js';

type Kind = NonNullable<NotificationView['kind']> | 'all';

const KINDS = [
  ['all', phoneWords.all],
  ['to-do', phoneWords.toDo],
  ['info', phoneWords.notices],
] as const;

/** Messages by day; what has to be done leads to where it is done. */
export function MessagesPage() {
  const [kind, setKind] = useState<Kind>('all');
  const query = useInfiniteQuery({
    ...notificationsListInfiniteOptions({ query: kind === 'all' ? {} : { kind } }),
    ...nextPage,
  });
  const { data: unread } = useQuery(notificationsUnreadOptions());
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Page
      hasTabs
      header={<Header title={phoneWords.messages}>{items?.[0] && <AllRead latest={items[0].at} />}</Header>}
    >
      <div className="ph-chips three" role="group" aria-label={phoneWords.messages}>
        {KINDS.map(([one, label]) => (
          <button
            key={one}
            type="button"
            className={one === kind ? 'on' : undefined}
            aria-pressed={one === kind}
            onClick={() => setKind(one)}
          >
            {one === 'to-do' ? phoneWords.toDoCount(unread?.toDo ?? 0, unread?.isMore === true) : label}
          </button>
        ))}
      </div>
      <Answer query={{ ...query, data: items }}>
        {(read) =>
          read.length === 0 ? (
            <Empty text={phoneWords.noMessages} action={<ToInbox />} />
          ) : (
            <Days items={read} />
          )
        }
      </Answer>
      {query.hasNextPage && (
        <div className="ph-pad">
          <button type="button" className="btn blk" onClick={() => void query.fetchNextPage()}>
            {phoneWords.more}
          </button>
        </div>
      )}
      <p className="ph-pad t3">{phoneWords.quiet}</p>
    </Page>
  );
}

/** As far as they are shown: what comes meanwhile stays unread. */
function AllRead({ latest }: { readonly latest: string }) {
  const client = useQueryClient();
  const { mutate } = useMutation({
    ...notificationsReadUntilMutation(),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <button type="button" className="act" onClick={() => mutate({ body: { until: latest } })}>
      {phoneWords.allRead}
    </button>
  );
}

function Days({ items }: { readonly items: readonly NotificationView[] }) {
  const today = dayOf(new Date());
  return items.map((item, at) => {
    const day = dayOf(item.at);
    const isFirst = at === 0 || dayOf(items[at - 1]!.at) !== day;
    return (
      <div key={item.id}>
        {isFirst && (
          <h2 className="ph-day">
            {day === today ? phoneWords.todayIs(shownDay(day, today)) : shownDay(day, today)}
          </h2>
        )}
        <Message item={item} />
      </div>
    );
  });
}

function Message({ item }: { readonly item: NotificationView }) {
  const client = useQueryClient();
  const { mutate } = useMutation({
    ...notificationsReadMutation(),
    onSuccess: () => client.invalidateQueries(),
  });
  const { id, title, text, at, readAt, isLate, taskId, caseId } = item;
  const read = () => {
    if (readAt === null) mutate({ path: { id } });
  };
  return (
    <article className="ph-row">
      <div className="row">
        {readAt === null && <i className="dot" role="img" aria-label={phoneWords.unread} />}
        <b className={isLate ? 'late' : undefined}>{title}</b>
        <span className="sp" />
        <time className="t3 nw">{momentOf(at).slice(11)}</time>
      </div>
      <div className="t2">{text}</div>
      {taskId !== null ? (
        <To className="btn mt2" to={`/tasks/${taskId}`} onClick={read}>
          {phoneWords.goDo}
        </To>
      ) : (
        caseId !== null && (
          <To className="btn mt2" to={`/cases/${caseId}`} onClick={read}>
            {phoneWords.seeCase}
          </To>
        )
      )}
    </article>
  );
}
