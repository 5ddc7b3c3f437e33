import type { ErrorComponentProps } from '@tanstack/react-router';
import { ApiProblem, isRefusal, isSessionEnd, sentenceOf, statusOf } from '../../client/problem.js';
import { Empty } from '../../kit/empty.js';
import { Note } from '../../kit/note.js';
import { stateWords } from '../../words/state.words.js';
import { To } from '../parts/to.js';

/** Where there is always something to go on with. */
export const ToInbox = () => (
  <To to="/inbox" className="btn">
    {stateWords.toInbox}
  </To>
);

export const PageReading = () => (
  <p className="ph-reading" role="status">
    {stateWords.loading}
  </p>
);

export const NoSuchPage = () => <Empty text={stateWords.noSuchPage} action={<ToInbox />} />;

interface FailureProps {
  readonly error: unknown;
  readonly onAgain?: () => void;
}

/** What went wrong in the server's own sentence, and what to do. */
export function PhoneFailure({ error, onAgain }: FailureProps) {
  if (!error || isSessionEnd(error)) return null; // the sheet over the page says so
  const refused = isRefusal(error);
  const number = error instanceof ApiProblem ? error.reportNumber : undefined;
  const faults = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  return (
    <div className="ph-pad">
      <Note tone={refused ? 'late' : 'warn'} role="alert">
        <b>{sentenceOf(error)}</b>
        {faults.length > 0 && (
          <ul>
            {faults.map(({ path, message }) => (
              <li key={path}>{message}</li>
            ))}
          </ul>
        )}
        {!refused && number && <div className="t2">{stateWords.reportNumber(number)}</div>}
        {!refused && onAgain && (
          <button type="button" className="btn blk mt2" onClick={onAgain}>
            {stateWords.again}
          </button>
        )}
      </Note>
    </div>
  );
}

/** A part that did not come is asked for anew only by a page that is. */
export const PageFailed = ({ error }: ErrorComponentProps) => (
  <PhoneFailure error={error} onAgain={() => window.location.reload()} />
);

interface AnswerProps<T> {
  readonly query: { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly children: (data: T) => React.ReactNode;
}

/** What was read; what was read before stays while reading anew fails, and 404 is 「无此件」. */
export function Answer<T>({ query: { data, error, refetch }, children }: AnswerProps<T>) {
  if (statusOf(error) === 404) return <Empty text={stateWords.noSuchCase} action={<ToInbox />} />;
  return (
    <>
      {!(data !== undefined && statusOf(error) === 0) && (
        <PhoneFailure error={error} onAgain={() => void refetch()} />
      )}
      {data === undefined ? !error && <PageReading /> : children(data)}
    </>
  );
}
