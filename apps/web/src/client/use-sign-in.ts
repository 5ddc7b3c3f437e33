import { useState } from 'react';
import { isCodeAsked } from './problem.js';
import { useSessionActions } from './session.js';

type Entered = (name: string) => string;

/** Signing in by login and password, and by a code where the account has a second factor: it is asked for when it is known. */
export function useSignIn() {
  const { signIn } = useSessionActions();
  const [asksCode, setAsksCode] = useState(false);
  const send = async (entered: Entered): Promise<void> => {
    try {
      await signIn(entered('login'), entered('password'), asksCode ? entered('code') : undefined);
    } catch (error) {
      if (asksCode || !isCodeAsked(error)) throw error;
      setAsksCode(true);
    }
  };
  return { asksCode, send };
}
