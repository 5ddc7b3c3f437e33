import { ApiProblem } from './api.js';

/** What went wrong, in the server's own sentence. */
export function ProblemNotice({ error }: { readonly error: unknown }) {
  if (!error) return null;
  const sentence = error instanceof Error ? error.message : String(error);
  const count = error instanceof ApiProblem ? (error.problem.errors?.length ?? 0) : 0;
  return (
    <p className="notice error" role="alert">
      {sentence}
      {count > 0 && `(${count} 处需要修改,见下方)`}
    </p>
  );
}
