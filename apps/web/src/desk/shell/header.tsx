import { useNavigate } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import { Suspense, lazy, useState } from 'react';
import type { MeView } from '../../client/api.js';
import { useSessionActions } from '../../client/session.js';
import { Icon } from '../../kit/icon.js';
import { navWords } from '../../words/nav.words.js';
import { partWords } from '../../words/part.words.js';
import { securityWords } from '../../words/security.words.js';
import { words } from '../../words/words.js';
import { officeOf } from './office-of.js';

/** Comes when it is asked for. */
const NarrowNav = lazy(async () => ({ default: (await import('./narrow-nav.js')).NarrowNav }));

const Bell = lazy(async () => ({ default: (await import('./bell.js')).Bell }));

interface HeaderProps {
  readonly me: MeView;
  readonly onOpen: (dialog: 'find' | 'help') => void;
}

/** Navy, 48 high: the town, the search that opens the palette, what was told, and who is here. */
export function Header({ me, onOpen }: HeaderProps) {
  return (
    <header className="hdr">
      <MenuButton me={me} />
      <div className="brand">
        {partWords.product}
        <small>{me.townName}</small>
      </div>
      <button type="button" className="find" onClick={() => onOpen('find')} aria-keyshortcuts="Control+K">
        <Icon name="search" />
        <span className="ell">{navWords.search}</span>
        <span className="sp" />
        <kbd>Ctrl K</kbd>
      </button>
      <span className="sp" />
      <Suspense>
        <Bell />
      </Suspense>
      <button type="button" className="help" onClick={() => onOpen('help')} aria-keyshortcuts="?">
        {navWords.help}
      </button>
      <AccountMenu me={me} />
    </header>
  );
}

function AccountMenu({ me }: { readonly me: MeView }) {
  const { signOut } = useSessionActions();
  const navigate = useNavigate();
  const items = [
    { key: 'security', label: securityWords.security, onClick: () => void navigate({ to: '/security' }) },
    { key: 'out', label: words.signOut, onClick: () => void signOut() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="me">
        <b>{me.person.name}</b>
        <small>{officeOf(me)}</small>
        <Icon name="down" />
      </button>
    </Dropdown>
  );
}

/** Shown where the window is too narrow for the navigation at the side. */
function MenuButton({ me }: { readonly me: MeView }) {
  const [isOpen, open] = useState(false);
  return (
    <>
      <button
        type="button"
        className="narrow"
        aria-label={navWords.menu}
        aria-expanded={isOpen}
        onClick={() => open(true)}
      >
        <Icon name="menu" />
      </button>
      {isOpen && (
        <Suspense>
          <NarrowNav me={me} onClose={() => open(false)} />
        </Suspense>
      )}
    </>
  );
}
