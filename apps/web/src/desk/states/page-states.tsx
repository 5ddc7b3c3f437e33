import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { statusOf } from '../../client/problem.js';
import { Empty } from '../../kit/empty.js';
import { stateWords } from '../../words/state.words.js';
import { Failure } from './failure.js';

/** Appears after 300 ms, in the form of what comes. */
export const PageLoading = () => (
  <main className="main" aria-busy="true" aria-label={stateWords.loading}>
    <div className="card">
      <div className="bd">
        <Skeleton active={false} />
      </div>
    </div>
  </main>
);

/** Written the same for what does not exist and for what the reader may not know of: nothing tells them apart. */
const NoSuchCase = () => (
  <div className="card">
    <Empty text={stateWords.noSuchCase} action={<ToInbox />} />
  </div>
);

const ToInbox = () => (
  <Link to="/inbox" search={{}} className="btn">
    {stateWords.toInbox}
  </Link>
);

export const NoSuchPage = () => (
  <main className="main">
    <div className="card">
      <Empty text={stateWords.noSuchPage} action={<ToInbox />} />
    </div>
  </main>
);

/** A page that could not be loaded or drawn: the shell stays. */
export const PageFailed = ({ error, reset }: ErrorComponentProps) => (
  <main className="main">
    <Failure error={error} again={<Button size="small" onClick={reset} children={stateWords.again} />} />
  </main>
);

interface AnswerProps<T> {
  readonly query: { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly children: (data: T) => React.ReactNode;
}

/** What was read; what was read before stays while reading anew fails, and 404 is 「无此件」. */
export function Answer<T>({ query: { data, error, refetch }, children }: AnswerProps<T>) {
  if (statusOf(error) === 404) return <NoSuchCase />;
  const again = (
    <Button size="small" onClick={() => void refetch()}>
      {stateWords.again}
    </Button>
  );
  return (
    <>
      <Failure error={error} again={again} />
      {data === undefined ? !error && <Skeleton active={false} /> : children(data)}
    </>
  );
}
