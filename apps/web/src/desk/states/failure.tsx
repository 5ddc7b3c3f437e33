import { ApiProblem, isRefusal } from '../../client/problem.js';
import { Note } from '../../kit/note.js';
import { stateWords } from '../../words/state.words.js';

interface FailureProps {
  readonly error: unknown;
  /** Each fault in its own sentence: where no field below shows it. */
  readonly listed?: boolean;
  readonly again?: React.ReactNode;
}

/** What went wrong, in the server's own sentence: red where it was refused, amber where nothing could be read. */
export function Failure({ error, listed = false, again }: FailureProps) {
  if (!error) return null;
  const sentence = error instanceof Error ? error.message : String(error);
  const faults = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  const number = error instanceof ApiProblem ? error.reportNumber : undefined;
  const refused = isRefusal(error);
  return (
    <Note tone={refused ? 'late' : 'warn'} role="alert">
      <b>{sentence}</b>
      {faults.length > 0 && !listed && stateWords.toBeMended(faults.length)}
      {listed && faults.length > 0 && (
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
