import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, request } from '../shared/api.js';
import type { AccountRow, Invitation } from '../shared/account-contract.js';
import type { Page } from '../shared/contract.js';
import { momentOf } from '../shared/moment.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { accountStateWords, words } from '../shared/words.js';

/** Accounts, for whoever invites their holders. */
export function AccountsPage() {
  const [q, setQ] = useState('');
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['accounts', q],
    queryFn: ({ pageParam }) =>
      get<Page<AccountRow>>(`/accounts?${String(new URLSearchParams(asked(q, pageParam)))}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return (
    <main>
      <h1>{words.accounts}</h1>
      <p className="muted">{words.invitationHint}</p>
      <ProblemNotice error={error} />
      <section className="card">
        <div className="field">
          <label htmlFor="q">{words.findAccount}</label>
          <input id="q" value={q} maxLength={100} onChange={(event) => setQ(event.target.value)} />
        </div>
        <ul className="rows">
          {data?.pages
            .flatMap(({ items }) => items)
            .map((account) => (
              <AccountItem key={account.id} account={account} />
            ))}
        </ul>
        {hasNextPage && (
          <button className="secondary" onClick={() => void fetchNextPage()}>
            {words.more}
          </button>
        )}
      </section>
    </main>
  );
}

const asked = (q: string, after: string): Record<string, string> => ({
  ...(q === '' ? {} : { q }),
  ...(after === '' ? {} : { after }),
});

function AccountItem({ account }: { readonly account: AccountRow }) {
  const client = useQueryClient();
  const [invitation, setInvitation] = useState<Invitation>();
  const [error, setError] = useState<unknown>();
  const invite = () => {
    if (account.state === 'active' && !window.confirm(words.resetAsked)) return;
    setError(undefined);
    request<Invitation>('POST', `/accounts/${account.id}/invitation`).then(({ body }) => {
      setInvitation(body);
      void client.invalidateQueries({ queryKey: ['accounts'] });
    }, setError);
  };
  return (
    <li className="row">
      <span className="muted">{account.login}</span>
      <span>
        <span className="name">{account.personName}</span>
        <br />
        <span className="muted">
          {account.unitName} · {accountStateWords[account.state]}
        </span>
        <ProblemNotice error={error} />
        {invitation && (
          <p role="status">
            {words.invitationCode} <strong>{invitation.code}</strong> · {words.until}{' '}
            {momentOf(invitation.expiresAt)}
          </p>
        )}
      </span>
      <button className="secondary" onClick={invite}>
        {account.state === 'active' ? words.resetPassword : words.invite}
      </button>
    </li>
  );
}
