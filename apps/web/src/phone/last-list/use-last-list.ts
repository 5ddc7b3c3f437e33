import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { MeView } from '../../client/api.js';
import { isRefusal } from '../../client/problem.js';
import { isOfDevice } from '../../client/session.js';
import { sessionRenewed } from '../../client/session-news.js';

/** Where it cannot be asked who is here, whoever's list was last read on this device is: `error` of that question. */
export function useLastList(error: unknown): void {
  const client = useQueryClient();
  const isUnreachable = error !== null && !isRefusal(error);
  useEffect(() => {
    if (!isUnreachable) return;
    void import('./show-last-list.js').then(({ showLastList }) => showLastList(client, Date.now()));
  }, [client, isUnreachable]);
}

/** While the server says who is signed in his list is kept; what keeps it comes behind the first page. */
export function useKeptList(me: MeView): void {
  const client = useQueryClient();
  useEffect(() => {
    if (isOfDevice(me)) return;
    let isLeft = false;
    let end: (() => void) | undefined;
    void import('./keep-list.js').then(({ keepList }) => {
      if (!isLeft) end = keepList(client, me);
    });
    return () => {
      isLeft = true;
      end?.();
    };
  }, [client, me]);
}

/** What was shown from the device is read anew, and what waits goes, once the server says who is here. */
export function useReadAnew(me: MeView): void {
  const isShownFromDevice = useRef(false);
  useEffect(() => {
    const wasShown = isShownFromDevice.current;
    isShownFromDevice.current = isOfDevice(me);
    if (wasShown && !isOfDevice(me)) sessionRenewed();
  }, [me]);
}
