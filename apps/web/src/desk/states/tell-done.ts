import { createContext, useContext } from 'react';

/** What was done, where the page on which it was done is gone: the shell says it for a while over the next one. */
export const TellDone = createContext<(said: string) => void>(() => undefined);

export const useTellDone = (): ((said: string) => void) => useContext(TellDone);
