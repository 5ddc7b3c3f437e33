import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  accountDoorsClose,
  accountDoorsReopen,
  accountsForgetSecondFactor,
  accountsInvite,
  accountsSignOut,
  type AccountView,
  type InvitationView,
} from '../../client/api.js';
import { confirmed } from '../../client/confirmation.js';

/** What can be done with one account; the list is read anew after it. */
export function useAccount({ id }: AccountView) {
  const client = useQueryClient();
  const [invitation, setInvitation] = useState<InvitationView>();
  const [error, setError] = useState<unknown>();
  const acting = (act: () => Promise<unknown>) => () => {
    setError(undefined);
    setInvitation(undefined);
    void act()
      .then(() => client.invalidateQueries({ queryKey: [{ _id: 'accountsList' }] }))
      .catch(setError);
  };
  const path = { id };
  return {
    invitation,
    error,
    invite: acting(async () => setInvitation((await accountsInvite({ path })).data)),
    signOut: acting(() => accountsSignOut({ path })),
    clearSecondFactor: acting(() => confirmed(() => accountsForgetSecondFactor({ path }))),
    close: acting(() => accountDoorsClose({ path })),
    reopen: acting(() => accountDoorsReopen({ path })),
  };
}

export type AccountActions = ReturnType<typeof useAccount>;
