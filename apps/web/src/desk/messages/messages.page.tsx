import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import {
  notificationsListInfiniteOptions,
  notificationsReadUntilMutation,
  notificationsUnreadOptions,
} from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { messageWords } from '../../words/message.words.js';
import { navWords } from '../../words/nav.words.js';
import { Failure } from '../states/failure.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import { ChannelChoices } from './channel-choices.js';
import { MessageList } from './message-list.js';
import type { MessagesSearch } from './messages-search.js';
import './messages.css';

/** 消息: what was told to the reader, and how it reaches him elsewhere. */
export function MessagesPage() {
  const { kind } = useSearch({ from: '/messages' });
  const query = useInfiniteQuery({
    ...notificationsListInfiniteOptions({ query: kind ? { kind } : {} }),
    ...nextPage,
  });
  const messages = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const client = useQueryClient();
  const readAll = useMutation({
    ...notificationsReadUntilMutation(),
    onSuccess: () => client.invalidateQueries({ queryKey: [{ tags: ['notifications'] }] }),
  });
  const newest = messages[0];
  return (
    <main className="main">
      <h1 className="title">{navWords.messages}</h1>
      <div className="two">
        <section className="card">
          <div className="hd">
            <Kinds kind={kind} />
            <span className="sp" />
            {/* A list by kind does not show what else would be marked as read with it. */}
            {!kind && newest && (
              <Button
                size="small"
                loading={readAll.isPending}
                onClick={() => readAll.mutate({ body: { until: newest.at } })}
              >
                {messageWords.allRead}
              </Button>
            )}
          </div>
          <Failure error={readAll.error} />
          <Answer query={query}>{() => <MessageList messages={messages} kind={kind} />}</Answer>
          <MoreRows query={query} />
        </section>
        <ChannelChoices />
      </div>
    </main>
  );
}

/** The lists as links: the address says which of them is looked at. */
function Kinds({ kind }: MessagesSearch) {
  const { data } = useQuery(notificationsUnreadOptions());
  const entries = [
    [undefined, messageWords.all, 0],
    ['to-do', messageWords.toDo, data?.toDo ?? 0],
    ['info', messageWords.info, 0],
  ] as const;
  return (
    <nav className="row" aria-label={messageWords.kinds}>
      {entries.map(([value, label, count]) => (
        <Link
          key={label}
          to="/messages"
          search={value ? { kind: value } : {}}
          className={value === kind ? 'fchip on' : 'fchip'}
          aria-current={value === kind ? 'page' : undefined}
        >
          {count > 0 ? `${label} ${count}` : label}
        </Link>
      ))}
    </nav>
  );
}
