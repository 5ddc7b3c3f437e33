import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { get } from '../shared/api.js';
import type { Me } from '../shared/contract.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { useSession, useSessionActions } from '../shared/session.js';
import { words } from '../shared/words.js';
import { InvitationPage } from './invitation.page.js';
import { ChangePasswordPage, SignInPage } from './sign-in.page.js';

/** The navy bar, and behind it whatever page the address names; nothing of it without a session. */
export function Frame() {
  const { data: me, error, isPending } = useSession();
  const { signOut } = useSessionActions();
  const isInvited = /\/invitation\/?$/.test(useLocation().pathname);
  if (isPending) return <main className="muted">{words.loading}</main>;
  if (error)
    return (
      <main>
        <ProblemNotice error={error} />
      </main>
    );
  if (!me) return isInvited ? <InvitationPage /> : <SignInPage />;
  if (me.mustChangePassword) return <ChangePasswordPage />;
  return (
    <>
      <header className="topbar">
        <span className="brand">{words.product}</span>
        <Link to="/">{words.myTasks}</Link>
        <Link to="/cases">{words.cases}</Link>
        <Link to="/start">{words.start}</Link>
        <Link to="/alerts">{words.alerts}</Link>
        {me.mayRepair && <IncidentsLink />}
        {me.mayMigrate && <Link to="/migrations">{words.migrations}</Link>}
        {me.mayInvite && <Link to="/accounts">{words.accounts}</Link>}
        <a href="/villages">{words.notices}</a>
        <span className="who">
          {me.person.name} {officeOf(me)}
        </span>
        <button onClick={() => void signOut()}>{words.signOut}</button>
      </header>
      <Outlet />
    </>
  );
}

/** With how many cases are stuck: whoever may mend them need not look for them. */
function IncidentsLink() {
  const { data } = useQuery({
    queryKey: ['incidents', 'count'],
    queryFn: () => get<{ total: number }>('/incidents?limit=1'),
    refetchInterval: 30_000,
  });
  return (
    <Link to="/incidents">
      {words.incidents}
      {data && data.total > 0 && <span className="count">{data.total}</span>}
    </Link>
  );
}

/** Seats that many hold; an office says more about why somebody is here. */
const SEATS = /member|representative|probation/;

function officeOf({ positions }: Me): string {
  const office = positions.find((position) => !SEATS.test(position.key)) ?? positions[0];
  return office ? `${office.unitName} ${office.title}` : '';
}
