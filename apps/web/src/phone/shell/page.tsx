import { useQuery } from '@tanstack/react-query';
import { inboxCountsOptions, notificationsUnreadOptions } from '../../client/api.js';
import { Icon } from '../../kit/icon.js';
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
}

/** A page of the phone: head, what scrolls, foot. */
export const Page = ({ header, children, below, hasTabs = false }: PageProps) => (
  <>
    {header}
    <Offline />
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

/** Everything stays usable; the bar says where entries lie meanwhile, and leads to what waits. */
function Offline() {
  const isOnline = useOnline();
  const waiting = useWaiting();
  if (isOnline && waiting === 0) return null;
  return (
    <div className="ph-off" role="status">
      {!isOnline && (
        <span className="row g1">
          <Icon name="offline" />
          {stateWords.offlineBar}
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
