import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { notificationsReadMutation, type NotificationView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { MetaLine } from '../../kit/meta-line.js';
import { momentOf } from '../../kit/moment.js';
import { messageWords } from '../../words/message.words.js';
import { Failure } from '../states/failure.js';
import { messagesByDay } from './messages-by-day.js';
import type { MessageKind, MessagesSearch } from './messages-search.js';

interface ListProps extends MessagesSearch {
  readonly messages: readonly NotificationView[];
}

/** By day, the newest first; what is opened is read. */
export function MessageList({ messages, kind }: ListProps) {
  const client = useQueryClient();
  const read = useMutation({
    ...notificationsReadMutation(),
    onSuccess: () => client.invalidateQueries({ queryKey: [{ tags: ['notifications'] }] }),
  });
  if (messages.length === 0) return <NoMessages kind={kind} />;
  return (
    <>
      <Failure error={read.error} />
      {messagesByDay(messages, new Date()).map(({ day, title, messages: ofDay }) => (
        <section key={day} aria-label={title}>
          <h2 className="msg-day">{title}</h2>
          <ul>
            {ofDay.map((message) => (
              <Message
                key={message.id}
                message={message}
                onRead={() => message.readAt === null && read.mutate({ path: { id: message.id } })}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const emptyTexts: Readonly<Record<MessageKind | 'all', string>> = {
  all: messageWords.none,
  'to-do': messageWords.noneToDo,
  info: messageWords.noneInfo,
};

const NoMessages = ({ kind }: MessagesSearch) => (
  <Empty
    text={emptyTexts[kind ?? 'all']}
    action={
      kind && (
        <Link className="btn" to="/messages" search={{}}>
          {messageWords.readAll}
        </Link>
      )
    }
  />
);

interface MessageProps {
  readonly message: NotificationView;
  readonly onRead: () => void;
}

function Message({ message, onRead }: MessageProps) {
  const { title, text, at, readAt, isLate, unitName, caseNumber, onBehalfOf } = message;
  return (
    <li className="msg-row">
      <div className="row">
        {readAt === null && <span className="dot" role="img" aria-label={messageWords.isUnread} />}
        <span className={[readAt === null && 'b', isLate && 'red'].filter(Boolean).join(' ')}>{title}</span>
        <span className="sp" />
        <time className="t3" dateTime={at}>
          {momentOf(at).slice('2026-11-29 '.length)}
        </time>
      </div>
      <p className="t2">{text}</p>
      <div className="row">
        <span className="s t3">
          <MetaLine facts={[unitName, caseNumber, onBehalfOf && messageWords.inPlaceOf(onBehalfOf)]} />
        </span>
        <span className="sp" />
        <Roads message={message} onRead={onRead} />
      </div>
    </li>
  );
}

/** Where it leads: to the paper or the step that waits for the reader, else to the case. */
function Roads({ message: { taskId, caseId, page, template, readAt }, onRead }: MessageProps) {
  if (page !== null)
    return (
      <Link className="btn sm" to={page as LinkProps['to']} onClick={onRead}>
        {messageWords.handle}
      </Link>
    );
  if (taskId !== null)
    return (
      <Link className="btn sm" to="/tasks/$taskId" params={{ taskId }} onClick={onRead}>
        {messageWords.handle}
      </Link>
    );
  if (caseId !== null)
    return (
      <Link className="btn sm" to="/cases/$caseId" params={{ caseId }} onClick={onRead}>
        {messageWords.toCase}
      </Link>
    );
  if (template === 'digest')
    return (
      <Link className="btn sm" to="/inbox" search={{}} onClick={onRead}>
        {messageWords.handle}
      </Link>
    );
  return readAt === null ? (
    <button type="button" className="btn sm" onClick={onRead}>
      {messageWords.markRead}
    </button>
  ) : null;
}
