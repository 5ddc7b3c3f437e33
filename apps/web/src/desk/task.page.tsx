import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useRef, useState, type FormEvent } from 'react';
import { ApiProblem, get, request } from '../shared/api.js';
import { ClockBadge } from '../shared/clock-badge.js';
import type { TaskDetail } from '../shared/contract.js';
import { answersOf, dataOf, fieldsOf, type Answers, type Field } from '../shared/fields.js';
import { FormView } from '../shared/form-view.js';
import { ProblemNotice } from '../shared/problem-notice.js';
import { words } from '../shared/words.js';

export function TaskPage() {
  const { taskId } = useParams({ from: '/tasks/$taskId' });
  const { data: task, error } = useQuery({
    queryKey: ['user-task', taskId],
    queryFn: () => get<TaskDetail>(`/user-tasks/${taskId}`),
  });
  return (
    <main>
      <ProblemNotice error={error} />
      {task && (
        <section className="card">
          <h1>{task.name}</h1>
          <p>
            <Link to="/cases/$caseId" params={{ caseId: task.caseId }}>
              {task.caseTitle}
            </Link>{' '}
            <span className="muted">
              {task.unitName} {task.caseNumber}
            </span>
          </p>
          <p>
            <ClockBadge clock={task.clock} />
          </p>
          {task.state === 'open' ? (
            <CompletionForm task={task} key={task.id} />
          ) : (
            <p className="notice ok">{words.done}</p>
          )}
        </section>
      )}
    </main>
  );
}

function CompletionForm({ task }: { readonly task: TaskDetail }) {
  const ofForm = useMemo(() => (task.form ? fieldsOf(task.form, task.roll) : []), [task]);
  const [answers, setAnswers] = useState<Answers>(() =>
    answersOf(ofForm, { title: task.caseTitle, ...task.prefill }),
  );
  const { submit, busy, error, pending } = useCompletion(task);
  const problems = problemsOf(error);
  const reason = typeof answers[PAST_ENTRY] === 'string' ? answers[PAST_ENTRY].trim() : '';
  const isAsked = reason !== '' || problems[PAST_ENTRY] !== undefined;
  return (
    <form
      className="fields"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit(dataOf(ofForm, answers), reason === '' ? undefined : reason);
      }}
    >
      <ProblemNotice error={error} />
      {pending && <p className="notice">{words.pending}</p>}
      <FormView
        fields={isAsked ? [...ofForm, reasonField] : ofForm}
        answers={answers}
        problems={problems}
        onChange={(key, value) => setAnswers({ ...answers, [key]: value })}
      />
      <div className="actions sticky">
        <button className="primary" disabled={busy || pending}>
          {busy ? words.submitting : words.submit}
        </button>
      </div>
    </form>
  );
}

const PAST_ENTRY = 'pastEntryReason';

/** Asked for once a date turns out to lie before the step opened; it is no field of the form. */
const reasonField: Field = {
  key: PAST_ENTRY,
  kind: 'long-text',
  schema: { type: 'string', title: words.pastEntryReason, maxLength: 500 },
  required: false,
};

/** One key for one set of answers: a double click or a lost answer completes once. */
function useCompletion(task: TaskDetail) {
  const [state, setState] = useState<{ busy: boolean; pending: boolean; error?: unknown }>({
    busy: false,
    pending: false,
  });
  const attempt = useRef({ body: '', key: '' });
  const client = useQueryClient();
  const navigate = useNavigate();
  const submit = async (submission: Record<string, unknown>, pastEntryReason: string | undefined) => {
    const body = JSON.stringify([submission, pastEntryReason]);
    if (attempt.current.body !== body) attempt.current = { body, key: crypto.randomUUID() };
    setState({ busy: true, pending: false });
    try {
      const { status } = await request(
        'POST',
        `/user-tasks/${task.id}/completion`,
        {
          rowVersion: task.rowVersion,
          submission,
          ...(pastEntryReason !== undefined && { pastEntryReason }),
        },
        attempt.current.key,
      );
      await client.invalidateQueries();
      if (status === 202) return setState({ busy: false, pending: true });
      await navigate({ to: '/cases/$caseId', params: { caseId: task.caseId } });
    } catch (error) {
      setState({ busy: false, pending: false, error });
    }
  };
  return { ...state, submit };
}

function problemsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries(
    (error.problem.errors ?? []).map(({ path, message }) => [
      path.replace(/^\/|^submission\./, '').split(/[./]/)[0]!,
      message,
    ]),
  );
}
