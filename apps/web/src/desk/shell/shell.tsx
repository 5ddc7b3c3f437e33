import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, lazy, useCallback, useState } from 'react';
import type { MeView } from '../../client/api.js';
import { useLive } from '../../client/live/use-live.js';
import { useConfirmation } from '../../client/use-confirmation.js';
import { useSession } from '../../client/session.js';
import { useSessionEnd } from '../../client/use-session-end.js';
import { Failure } from '../states/failure.js';
import { OfflineBar } from '../states/offline-bar.js';
import { Again, PageLoading } from '../states/page-states.js';
import type { SaidDone } from '../states/done-toast.js';
import { TellDone } from '../states/tell-done.js';
import { Header } from './header.js';
import { SideNav } from './side-nav.js';
import { useShellKeys } from './use-shell-keys.js';

/** What most visits do not need comes when it is asked for. */
const InvitationPage = lazy(async () => ({
  default: (await import('../account/invitation.page.js')).InvitationPage,
}));
const SignInPage = lazy(async () => ({ default: (await import('../account/sign-in.page.js')).SignInPage }));
const ChangePasswordPage = lazy(async () => ({
  default: (await import('../account/sign-in.page.js')).ChangePasswordPage,
}));
const SignInAgain = lazy(async () => ({
  default: (await import('../states/sign-in-again.js')).SignInAgain,
}));
const EnrolmentPage = lazy(async () => ({
  default: (await import('../account/second-factor-card.js')).EnrolmentPage,
}));
const ConfirmDialog = lazy(async () => ({
  default: (await import('../account/confirm-dialog.js')).ConfirmDialog,
}));
const DoneToast = lazy(async () => ({ default: (await import('../states/done-toast.js')).DoneToast }));
const Help = lazy(async () => ({ default: (await import('./help.js')).Help }));
const Palette = lazy(async () => ({ default: (await import('./palette.js')).Palette }));

/** The header, the navigation, and the page that the address names; nothing of it without a session. */
export function Shell() {
  const { data: me, error, isPending, refetch } = useSession();
  const isInvited = /\/invitation\/?$/.test(useLocation().pathname);
  if (me?.mustChangePassword)
    return (
      <Suspense>
        <ChangePasswordPage />
      </Suspense>
    );
  if (me?.mustSetSecondFactor)
    return (
      <Suspense>
        <EnrolmentPage />
      </Suspense>
    );
  // What somebody writes stays where who he is could not be read anew.
  if (me) return <Desk me={me} />;
  if (isPending) return <PageLoading />;
  if (!error) return <Suspense>{isInvited ? <InvitationPage /> : <SignInPage />}</Suspense>;
  return (
    <main className="main">
      <Failure error={error} again={<Again onClick={() => void refetch()} />} />
    </main>
  );
}

function Desk({ me }: { readonly me: MeView }) {
  const [dialog, open] = useState<'find' | 'help'>();
  const close = () => open(undefined);
  const [done, setDone] = useState<SaidDone>();
  const tellDone = useCallback((said: string) => setDone({ said }), []);
  const isEnded = useSessionEnd(me);
  const confirmation = useConfirmation();
  useLive(me.csrfToken);
  useShellKeys(me, open);
  return (
    <div className="app">
      <Header me={me} onOpen={open} />
      <OfflineBar />
      <SideNav me={me} className="side" />
      <TellDone value={tellDone}>
        <Outlet />
      </TellDone>
      <Suspense>
        {done && <DoneToast done={done} />}
        {isEnded && <SignInAgain name={me.person.name} />}
        {confirmation && <ConfirmDialog confirmation={confirmation} byCode={me.hasSecondFactor} />}
        {dialog === 'find' && <Palette me={me} onClose={close} />}
        {dialog === 'help' && <Help onClose={close} />}
      </Suspense>
    </div>
  );
}
