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

export const Again = ({ onClick }: { readonly onClick: () => void }) => (
  <Button size="small" onClick={onClick}>
    {stateWords.again}
  </Button>
);

/** A page that could not be loaded or drawn: the shell stays. A part that did not come is asked for anew only by a page that is. */
export const PageFailed = ({ error }: ErrorComponentProps) => (
  <main className="main">
    <Failure error={error} again={<Again onClick={() => window.location.reload()} />} />
  </main>
);

interface AnswerProps<T> {
  readonly query: { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly children: (data: T) => React.ReactNode;
}

/** What was read; what was read before stays while reading anew fails, and 404 is 「无此件」. */
export function Answer<T>({ query: { data, error, refetch }, children }: AnswerProps<T>) {
  if (statusOf(error) === 404) return <NoSuchCase />;
  return (
    <>
      <Failure error={error} again={<Again onClick={() => void refetch()} />} />
      {data === undefined ? !error && <Skeleton active={false} /> : children(data)}
    </>
  );
}
