import { ApiProblem, isRefusal, isSessionEnd, sentenceOf } from '../../client/problem.js';
import { Note } from '../../kit/note.js';
import { stateWords } from '../../words/state.words.js';

interface FailureProps {
  readonly error: unknown;
  /** Fields below show each fault in its own sentence; elsewhere it is said here. */
  readonly hasFields?: boolean;
  readonly again?: React.ReactNode;
}

/** What went wrong, in the server's own sentence: red where it was refused, amber where nothing could be read. */
export function Failure({ error, hasFields = false, again }: FailureProps) {
  if (!error || isSessionEnd(error)) return null; // the dialog over the page says so
  const faults = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  const number = error instanceof ApiProblem ? error.reportNumber : undefined;
  const refused = isRefusal(error);
  return (
    <Note tone={refused ? 'late' : 'warn'} role="alert">
      <b>{sentenceOf(error)}</b>
      {faults.length > 0 && hasFields && stateWords.toBeMended(faults.length)}
      {!hasFields && faults.length > 0 && (
        <ul>
          {faults.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
      {!refused && (again || number) && (
        <div className="row mt2">
          {again}
          {number && <span className="s t3">{stateWords.reportNumber(number)}</span>}
        </div>
      )}
    </Note>
  );
}
