import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { accountsListInfiniteOptions, type AccountView } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { words } from '../../words/words.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import { Empty } from '../../kit/empty.js';
import { AccountItem } from './account-item.js';
import { NewAccount } from './new-account.js';
import { AskedRoles } from './asked-roles.js';

const PAGE = 50;

/** Accounts, for whoever looks after them. */
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
            // What the address says, also where a new account is shown alone.
            key={q}
            aria-label={words.findAccount}
            placeholder={words.findAccount}
            defaultValue={q}
            maxLength={100}
            allowClear
            onSearch={(text) => void navigate({ search: text === '' ? {} : { q: text }, replace: true })}
          />
          <span className="sp" />
          <NewAccount onCreated={(login) => void navigate({ search: { q: login }, replace: true })} />
        </div>
        <div className="bd">
          <Answer query={query}>
            {({ pages }) => <Accounts accounts={pages.flatMap(({ items }) => items)} />}
          </Answer>
        </div>
        <MoreRows query={query} />
      </section>
      <AskedRoles />
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
