import type { FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { caseHistoryPapersOptions, type MeView, type UserTaskDetailView } from '../../client/api.js';
import { useSession } from '../../client/session.js';
import { useTakenSaid } from '../../client/use-taken-by.js';
import type { OpenedDraft } from '../../device/choose-draft.js';
import { useOpenedDraft } from '../../device/use-opened-draft.js';
import { Note } from '../../kit/note.js';
import { stateWords } from '../../words/state.words.js';
import { taskWords } from '../../words/task.words.js';
import { ConflictCover } from '../states/conflict-cover.js';
import { ReadForm } from '../forms/read-form.js';
import { TaskForm } from './task-form.js';

/**
 * The form of a step. Where a colleague takes or completes the step while the form is open, the form stays as it was, so that
 * nothing entered is lost, and lies under a cover.
 */
export function HeldTask({ task }: { readonly task: UserTaskDetailView }) {
  const [opened] = useState(task);
  const form = opened.form as FormDefinition | null;
  if (opened.state !== 'open') return <Done task={opened} form={form} />;
  return <Begun task={task} opened={opened} form={form} />;
}

interface BegunProps {
  readonly task: UserTaskDetailView;
  readonly opened: UserTaskDetailView;
  readonly form: FormDefinition | null;
}

/** The form begins with its draft: it is shown once it is known whether there is one. */
function Begun({ task, opened, form }: BegunProps) {
  const { data: me } = useSession();
  const draft = useOpenedDraft(me?.person.id ?? '', opened.id);
  return me && draft ? (
    <Written task={task} opened={opened} form={form} begun={{ me, draft }} />
  ) : (
    <Skeleton active={false} />
  );
}

interface WrittenProps extends BegunProps {
  readonly begun: { readonly me: MeView; readonly draft: OpenedDraft };
}

function Written({ task, opened, form, begun }: WrittenProps) {
  const taken = useTakenSaid(task);
  const cover = taken !== undefined && (
    <ConflictCover
      said={taken}
      actions={
        <Link to="/cases/$caseId" params={{ caseId: task.caseId }} className="btn">
          {stateWords.showOutcome}
        </Link>
      }
    />
  );
  return <TaskForm task={taken === undefined ? task : opened} form={form} begun={begun} cover={cover} />;
}

interface DoneProps {
  readonly task: UserTaskDetailView;
  readonly form: FormDefinition | null;
}

/** What was submitted, as far as this reader may see it; who stands on a roll is told with the papers of the case. */
function Done({ task, form }: DoneProps) {
  const { data: papers } = useQuery(caseHistoryPapersOptions({ path: { id: task.caseId } }));
  const nameOf = (id: string): string => papers?.people.find((person) => person.id === id)?.name ?? id;
  const taken = useTakenSaid(task);
  return (
    <div className="tk-o">
      <Note tone={task.state === 'completed' ? 'ok' : 'grey'} role="status">
        {taken}
      </Note>
      <div className="row">
        <Link className="btn" to="/cases/$caseId" params={{ caseId: task.caseId }}>
          {taskWords.openCase}
        </Link>
        {form && task.submission && (
          <Link className="btn" to="/print/tasks/$taskId" params={{ taskId: task.id }} search={{}}>
            {taskWords.print}
          </Link>
        )}
      </div>
      {form && task.submission && (
        <div>
          <ReadForm form={form} data={task.submission as JsonObject} nameOf={nameOf} />
        </div>
      )}
    </div>
  );
}
