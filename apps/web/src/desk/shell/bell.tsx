import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { notificationsUnreadOptions } from '../../client/api.js';
import { Icon } from '../../kit/icon.js';
import { navWords } from '../../words/nav.words.js';

/** 消息 in the header, with how many are not read yet. */
export function Bell() {
  const { data } = useQuery(notificationsUnreadOptions());
  const count = data && data.total > 0 ? `${data.total}${data.isMore ? '+' : ''}` : undefined;
  return (
    <Link
      to="/messages"
      search={{}}
      className="bell"
      aria-label={count ? `${navWords.messages}，${navWords.unread(count)}` : navWords.messages}
    >
      <Icon name="bell" />
      <span className="word">{navWords.messages}</span>
      {count && <span className="n">{count}</span>}
    </Link>
  );
}
