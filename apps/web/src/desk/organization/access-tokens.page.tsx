import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import {
  accessTokensListInfiniteOptions,
  accessTokensRevoke,
  type AccessTokenView,
} from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Empty } from '../../kit/empty.js';
import { Chip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { momentOf } from '../../kit/moment.js';
import { scopeWords, tokenStateWords, tokenWords } from '../../words/access-token.words.js';
import { Failure } from '../states/failure.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import { NewAccessToken } from './new-access-token.js';

const PAGE = 50;

/** Tokens of other systems, for whoever looks after accounts. */
export function AccessTokensPage() {
  const query = useInfiniteQuery({
    ...accessTokensListInfiniteOptions({ query: { limit: PAGE } }),
    ...nextPage,
  });
  return (
    <main className="main">
      <h1 className="title">{tokenWords.title}</h1>
      <p className="t2">{tokenWords.lead}</p>
      <section className="card mt3">
        <div className="hd">
          <span className="sp" />
          <NewAccessToken />
        </div>
        <div className="bd">
          <Answer query={query}>
            {({ pages }) => <Tokens tokens={pages.flatMap(({ items }) => items)} />}
          </Answer>
        </div>
        <MoreRows query={query} />
      </section>
    </main>
  );
}

function Tokens({ tokens }: { readonly tokens: readonly AccessTokenView[] }) {
  if (tokens.length === 0) return <Empty text={tokenWords.none} />;
  return (
    <ul>
      {tokens.map((token) => (
        <TokenItem key={token.id} token={token} />
      ))}
    </ul>
  );
}

function TokenItem({ token }: { readonly token: AccessTokenView }) {
  const { name, prefix, unitName, scopes, createdBy, expiresAt, lastUsedAt, state } = token;
  return (
    <li className="line token">
      <div>
        <b>{name}</b> <span className="t3">{prefix}…</span>
        <div className="t2">
          <MetaLine facts={[unitName, scopes.map((scope) => scopeWords[scope] ?? scope).join('、')]} />
        </div>
        <div className="t3">
          <MetaLine
            facts={[
              tokenWords.until(momentOf(expiresAt)),
              lastUsedAt === null ? tokenWords.unused : tokenWords.used(momentOf(lastUsedAt)),
              tokenWords.by(createdBy),
            ]}
          />
        </div>
      </div>
      <span>
        <Chip tone={state === 'active' ? 'green' : undefined}>{tokenStateWords[state]}</Chip>
      </span>
      {state === 'active' ? <Revoke token={token} /> : <span />}
    </li>
  );
}

function Revoke({ token: { id, name } }: { readonly token: AccessTokenView }) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const revoke = () => {
    setError(undefined);
    return accessTokensRevoke({ path: { id } })
      .then(() => client.invalidateQueries({ queryKey: [{ _id: 'accessTokensList' }] }))
      .catch(setError);
  };
  return (
    <div>
      <Popconfirm title={tokenWords.sure(name)} description={tokenWords.sureHint} onConfirm={revoke}>
        <Button size="small">{tokenWords.revoke}</Button>
      </Popconfirm>
      <Failure error={error} />
    </div>
  );
}
