import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { userTasksComplete, type UserTaskDetailView } from '../../client/api.js';
import { ApiProblem } from '../../client/problem.js';
import { isPending } from '../../client/use-command.js';
import { answersOf, dataOf, fieldsOf, type Answers, type Field } from '../../forms/fields.js';
import type { FormDefinition } from '../../forms/form-definition.js';
import { FormView } from '../../forms/form-view.js';
import { Dock } from '../../kit/dock.js';
import { Note } from '../../kit/note.js';
import { stateWords } from '../../words/state.words.js';
import { words } from '../../words/words.js';
import { Failure } from '../states/failure.js';

interface CompletionFormProps {
  readonly task: UserTaskDetailView;
  /** Lies over the form where a colleague was first; what we send ourselves is no colleague's. */
  readonly cover?: React.ReactNode;
}

export function CompletionForm({ task, cover }: CompletionFormProps) {
  const form = task.form as FormDefinition | null;
  const ofForm = useMemo(() => (form ? fieldsOf(form, task.roll) : []), [form, task.roll]);
  const [answers, setAnswers] = useState<Answers>(() =>
    answersOf(ofForm, { title: task.caseTitle, ...task.prefill }),
  );
  const { submit, busy, error, pending } = useCompletion(task);
  const problems = problemsOf(error);
  const reason = typeof answers[PAST_ENTRY] === 'string' ? answers[PAST_ENTRY].trim() : '';
  const isAsked = reason !== '' || problems[PAST_ENTRY] !== undefined;
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    if (!busy) void submit(dataOf(ofForm, answers), reason === '' ? undefined : reason);
  };
  if (pending)
    return (
      <div className="bd">
        <Note icon="clock" role="status">
          <b>{stateWords.received}</b>
        </Note>
      </div>
    );
  return (
    <form noValidate onSubmit={send} className="covered">
      <div className="bd fields">
        <Failure error={error} />
        <FormView
          fields={isAsked ? [...ofForm, reasonField] : ofForm}
          answers={answers}
          problems={problems}
          onChange={(key, value) => setAnswers({ ...answers, [key]: value })}
        />
      </div>
      <Dock>
        <Button type="primary" htmlType="submit" loading={busy}>
          {words.submit}
        </Button>
      </Dock>
      {!busy && cover}
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
function useCompletion(task: UserTaskDetailView) {
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
      const { data } = await userTasksComplete({
        path: { id: task.id },
        headers: { 'Idempotency-Key': attempt.current.key },
        body: {
          rowVersion: task.rowVersion,
          submission,
          ...(pastEntryReason !== undefined && { pastEntryReason }),
        },
      });
      await client.invalidateQueries();
      if (isPending(data)) return setState({ busy: false, pending: true });
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
