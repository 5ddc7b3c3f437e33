import { To } from './to.js';
import { Icon, type IconName } from '../../kit/icon.js';
import { phoneWords } from '../../words/phone.words.js';

interface TabBarProps {
  /** How many wait. */
  readonly waiting: number | undefined;
  readonly hasUnread: boolean;
}

const tabs = [
  { to: '/inbox', label: phoneWords.inbox, icon: 'inbox' },
  { to: '/start', label: phoneWords.start, icon: 'plus' },
  { to: '/scan', label: phoneWords.scan, icon: 'scan' },
  { to: '/messages', label: phoneWords.messages, icon: 'bell' },
  { to: '/mine', label: phoneWords.mine, icon: 'person' },
] as const satisfies readonly { to: string; label: string; icon: IconName }[];

const MANY = 99;

/** The five places of the phone, at the lower edge. */
export const TabBar = ({ waiting = 0, hasUnread }: TabBarProps) => (
  <nav className="ph-tabs" aria-label={phoneWords.tabs}>
    {tabs.map(({ to, label, icon }) => (
      <To key={to} to={to} activeProps={{ className: 'on', 'aria-current': 'page' }}>
        <Icon name={icon} />
        <span>{label}</span>
        {to === '/inbox' && waiting > 0 && (
          <sup aria-label={phoneWords.pieces(waiting)}>{waiting > MANY ? `${MANY}+` : waiting}</sup>
        )}
        {to === '/messages' && hasUnread && (
          <sup className="dotu" role="img" aria-label={phoneWords.unread} />
        )}
      </To>
    ))}
  </nav>
);
