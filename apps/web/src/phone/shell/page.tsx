import { useQuery } from '@tanstack/react-query';
import { inboxCountsOptions, notificationsUnreadOptions } from '../../client/api.js';
import { Icon } from '../../kit/icon.js';
import { momentOf } from '../../kit/moment.js';
import { phoneWords } from '../../words/phone.words.js';
import { stateWords } from '../../words/state.words.js';
import { TabBar } from '../parts/tab-bar.js';
import { To } from '../parts/to.js';
import { useWaiting } from '../queue/outbox-rows.js';
import { useOnline } from '../../device/use-online.js';

interface PageProps {
  readonly header: React.ReactNode;
  readonly children: React.ReactNode;
  /** At the lower edge: the action of a form, or a bar above the tabs. */
  readonly below?: React.ReactNode;
  readonly hasTabs?: boolean;
  /** Epoch ms: when the list was read that is shown although it cannot be read anew. */
  readonly readAt?: number | undefined;
}

/** A page of the phone: head, what scrolls, foot. */
export const Page = ({ header, children, below, hasTabs = false, readAt }: PageProps) => (
  <>
    {header}
    <Offline readAt={readAt} />
    <main className="ph-b">{children}</main>
    {below}
    {hasTabs && <Tabs />}
  </>
);

function Tabs() {
  const { data: counts } = useQuery(inboxCountsOptions());
  const { data: unread } = useQuery(notificationsUnreadOptions());
  return <TabBar waiting={counts?.todo} hasUnread={(unread?.total ?? 0) > 0} />;
}

/** Everything stays usable; the bar says where entries lie meanwhile or how old a list is, and leads to what waits. */
function Offline({ readAt }: Pick<PageProps, 'readAt'>) {
  const isOnline = useOnline();
  const waiting = useWaiting();
  const isAlone = !isOnline || readAt !== undefined;
  if (!isAlone && waiting === 0) return null;
  return (
    <div className="ph-off" role="status">
      {isAlone && (
        <span className="row g1">
          <Icon name="offline" />
          {readAt === undefined ? stateWords.offlineBar : phoneWords.listOf(shownMoment(readAt))}
        </span>
      )}
      {waiting > 0 && (
        <To to="/queue" className="btn link">
          {phoneWords.queue} {phoneWords.pieces(waiting)}
        </To>
      )}
    </div>
  );
}

const shownMoment = (at: number): string => momentOf(new Date(at).toISOString()).slice(5);
