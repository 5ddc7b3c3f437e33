import { ApiProblem } from './api.js';

interface ProblemNoticeProps {
  readonly error: unknown;
  /** Each fault in its own sentence: where no field below shows it. */
  readonly listed?: boolean;
}

/** What went wrong, in the server's own sentence. */
export function ProblemNotice({ error, listed = false }: ProblemNoticeProps) {
  if (!error) return null;
  const sentence = error instanceof Error ? error.message : String(error);
  const faults = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  return (
    <div className="notice error" role="alert">
      {sentence}
      {faults.length > 0 && !listed && `(${faults.length} 处需要修改,见下方)`}
      {listed && faults.length > 0 && (
        <ul>
          {faults.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
