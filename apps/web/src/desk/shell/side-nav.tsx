import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { incidentsListOptions, type MeView } from '../../client/api.js';
import { navWords } from '../../words/nav.words.js';
import { navGroupsFor, type NavEntry } from './nav-entries.js';
import { unitsOf } from './office-of.js';

interface SideNavProps {
  readonly me: MeView;
  readonly className: string;
  readonly onGone?: () => void;
}

/** Links, not a menu: whoever listens to the page hears where they lead. */
export function SideNav({ me, className, onGone }: SideNavProps) {
  return (
    <nav className={className} aria-label={navWords.main} onClick={onGone}>
      {navGroupsFor(me).map(({ title, entries }) => (
        <div key={title} role="group" aria-label={title}>
          <h4 aria-hidden="true">{title}</h4>
          {entries.map((entry) => (
            <Entry key={entry.label} entry={entry} />
          ))}
        </div>
      ))}
      <div className="foot">{unitsOf(me)}</div>
    </nav>
  );
}

function Entry({ entry: { label, to, href, count } }: { readonly entry: NavEntry }) {
  if (href !== undefined) return <a href={href}>{label}</a>;
  return (
    <Link to={to} activeProps={{ className: 'on' }} activeOptions={{ includeSearch: false }}>
      {label}
      {count === 'incidents' && <IncidentCount />}
    </Link>
  );
}

/** How many cases are stuck: whoever may mend them need not look for them. */
function IncidentCount() {
  const { data } = useQuery(incidentsListOptions({ query: { limit: 1 } }));
  if (!data || data.total === 0) return null;
  return (
    <span className="cnt">
      <span className="late">{data.total}</span>
    </span>
  );
}
