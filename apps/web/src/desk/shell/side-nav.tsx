import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { MeView } from '../../client/api.js';
import { navWords } from '../../words/nav.words.js';
import { navGroupsFor, type NavEntry } from './nav-entries.js';
import { NavCount } from './nav-counts.js';
import { SavedViews } from './saved-views.js';
import { placesOf } from './office-of.js';

interface SideNavProps {
  readonly me: MeView;
  readonly className: string;
  readonly onGone?: () => void;
}

/** Links, not a menu: whoever listens to the page hears where they lead. */
export function SideNav({ me, className, onGone }: SideNavProps) {
  return (
    <nav className={className} aria-label={navWords.main} onClick={onGone}>
      {navGroupsFor(me).map(({ title, entries }, index) => (
        <Fragment key={title}>
          <div role="group" aria-label={title}>
            <h4 aria-hidden="true">{title}</h4>
            {entries.map((entry) => (
              <Entry key={entry.label} entry={entry} />
            ))}
          </div>
          {index === 0 && <SavedViews />}
        </Fragment>
      ))}
      <div className="foot">{placesOf(me)}</div>
    </nav>
  );
}

/** An entry may name any page, so that the router cannot tell which search goes with it. One page shows several lists: which of them is open says its address. */
const OF_LIST = { includeSearch: true, explicitUndefined: true };
const OF_PAGE = { includeSearch: false };

function Entry({ entry: { label, to, href, search, count } }: { readonly entry: NavEntry }) {
  if (href !== undefined) return <a href={href}>{label}</a>;
  return (
    <Link
      to={to}
      search={(search ?? {}) as never}
      activeProps={{ className: 'on' }}
      activeOptions={search ? OF_LIST : OF_PAGE}
    >
      {label}
      {count && <NavCount count={count} />}
    </Link>
  );
}
