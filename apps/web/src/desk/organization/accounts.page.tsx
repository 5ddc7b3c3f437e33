import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import {
  accountsInvite,
  accountsListInfiniteOptions,
  type AccountView,
  type InvitationView,
} from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Chip } from '../../kit/marks.js';
import { momentOf } from '../../kit/moment.js';
import { accountStateWords, words } from '../../words/words.js';
import { Failure } from '../states/failure.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import { Empty } from '../../kit/empty.js';

const PAGE = 50;

/** Accounts, for whoever invites their holders. */
export function AccountsPage() {
  const { q = '' } = useSearch({ from: '/accounts' });
  const navigate = useNavigate({ from: '/accounts' });
  const query = useInfiniteQuery({
    ...accountsListInfiniteOptions({ query: { limit: PAGE, ...(q !== '' && { q }) } }),
    ...nextPage,
  });
  return (
    <main className="main">
      <h1 className="title">{words.accounts}</h1>
      <p className="t2">{words.invitationHint}</p>
      <section className="card mt3">
        <div className="hd">
          <Input.Search
            aria-label={words.findAccount}
            placeholder={words.findAccount}
            defaultValue={q}
            maxLength={100}
            allowClear
            onSearch={(text) => void navigate({ search: text === '' ? {} : { q: text }, replace: true })}
          />
        </div>
        <div className="bd">
          <Answer query={query}>
            {({ pages }) => <Accounts accounts={pages.flatMap(({ items }) => items)} />}
          </Answer>
        </div>
        <MoreRows query={query} />
      </section>
    </main>
  );
}

function Accounts({ accounts }: { readonly accounts: readonly AccountView[] }) {
  if (accounts.length === 0) return <Empty text={words.noAccounts} />;
  return (
    <ul>
      {accounts.map((account) => (
        <AccountItem key={account.id} account={account} />
      ))}
    </ul>
  );
}

function AccountItem({ account }: { readonly account: AccountView }) {
  const { invite, invitation, error } = useInvitation(account);
  return (
    <li className="line acc">
      <span className="t3 ell">{account.login}</span>
      <b>{account.personName}</b>
      <span className="t2 ell">{account.unitName}</span>
      <span>
        <Chip tone={account.state === 'active' ? 'green' : undefined}>
          {accountStateWords[account.state]}
        </Chip>
      </span>
      {account.state === 'active' ? (
        <Popconfirm title={words.resetPassword} description={words.resetAsked} onConfirm={invite}>
          <Button size="small">{words.resetPassword}</Button>
        </Popconfirm>
      ) : (
        <Button size="small" onClick={invite}>
          {words.invite}
        </Button>
      )}
      <div className="told">
        <Failure error={error} />
        {invitation && (
          <p role="status">
            {words.invitationCode} <strong>{invitation.code}</strong>，{words.until}{' '}
            {momentOf(invitation.expiresAt)}
          </p>
        )}
      </div>
    </li>
  );
}

/** The code is shown once. */
function useInvitation({ id }: AccountView) {
  const client = useQueryClient();
  const [invitation, setInvitation] = useState<InvitationView>();
  const [error, setError] = useState<unknown>();
  const send = async () => {
    setError(undefined);
    try {
      setInvitation((await accountsInvite({ path: { id } })).data);
      await client.invalidateQueries({ queryKey: [{ tags: ['accounts'] }] });
    } catch (problem) {
      setError(problem);
    }
  };
  return { invite: () => void send(), invitation, error };
}
