import { Outlet } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import type { MeView } from '../../client/api.js';
import { useLive } from '../../client/live/use-live.js';
import { useSession } from '../../client/session.js';
import { useSessionEnd } from '../../client/use-session-end.js';
import { Header } from '../parts/header.js';
import { useKeptList, useLastList, useReadAnew } from '../last-list/use-last-list.js';
import { useDeliveries } from '../queue/use-deliveries.js';
import { partWords } from '../../words/part.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { useLargeText } from './large-text.js';
import { MeProvider } from './me.js';
import { PageReading, PhoneFailure } from './page-states.js';

const SignIn = lazy(async () => ({ default: (await import('./sign-in.js')).SignIn }));
const SignInAgain = lazy(async () => ({ default: (await import('./sign-in.js')).SignInAgain }));
const WaitingHere = lazy(async () => ({ default: (await import('./waiting-here.js')).WaitingHere }));
const ChangePassword = lazy(async () => ({ default: (await import('./sign-in.js')).ChangePassword }));

const Enrolment = lazy(async () => ({ default: (await import('./second-factor.js')).Enrolment }));

/** Whoever is signed in gets the page that the address names; the size of letters is the device's. */
export function PhoneShell() {
  const isLarge = useLargeText();
  return (
    <div className={isLarge ? 'ph big' : 'ph'}>
      <Suspense fallback={<PageReading />}>
        <Inside />
      </Suspense>
    </div>
  );
}

function Inside() {
  const { data: me, error, isPending, refetch } = useSession();
  useLastList(error);
  if (me?.mustChangePassword) return <ChangePassword />;
  if (me?.mustSetSecondFactor) return <Enrolment />;
  if (me) return <SignedIn me={me} />;
  if (isPending) return <PageReading />;
  if (!error) return <SignIn />;
  return (
    <>
      <Header title={partWords.product} />
      <main className="ph-b">
        <PhoneFailure error={error} onAgain={() => void refetch()} />
        <Suspense>
          <WaitingHere said={phoneWords.waitingHere} />
        </Suspense>
      </main>
    </>
  );
}

function SignedIn({ me }: { readonly me: MeView }) {
  useLive(me.csrfToken);
  useDeliveries(me.person.id);
  const isEnded = useSessionEnd(me);
  useReadAnew(me);
  useKeptList(me);
  return (
    <MeProvider value={me}>
      <Outlet />
      <Suspense>{isEnded && <SignInAgain name={me.person.name} />}</Suspense>
    </MeProvider>
  );
}
