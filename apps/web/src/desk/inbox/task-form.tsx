import type { FormDefinition } from '@wuqing/forms';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import type { MeView, UserTaskDetailView } from '../../client/api.js';
import { beginningOf, ownIdOf } from '../../forms/beginning-of.js';
import type { FieldSurroundings } from '../../forms/field-props.js';
import type { OpenedDraft } from '../../device/choose-draft.js';
import type { DraftContent } from '../../device/device-rows.js';
import { FilesProvider } from '../../device/files-context.js';
import { useDeviceFiles } from '../../device/use-device-files.js';
import { useKeeping, useKeptDraft, type KeptDraft } from '../../device/use-kept-draft.js';
import { problemsByField } from '../../forms/missing-fields.js';
import { useForm } from '../../forms/use-form.js';
import { usePreview } from '../../forms/use-preview.js';
import { useStepForm } from '../../forms/use-step-form.js';
import { Labelled } from '../../kit/labelled.js';
import { formWords } from '../../words/form.words.js';
import { Outcome } from '../cases/operations/outcome.js';
import type { Done } from '../cases/operations/operation-dialog.js';
import { taskWords } from '../../words/task.words.js';
import { BarList } from '../forms/bar-list.js';
import { EarlierPapers } from '../forms/earlier-papers.js';
import { FormDock, goToField } from '../forms/form-dock.js';
import { FormGroups } from '../forms/form-groups.js';
import { LabelledField } from '../forms/labelled-field.js';
import { Failure } from '../states/failure.js';
import { QueuedNote } from './queued-note.js';
import { DraftElsewhere, DraftMark, DraftNote } from './task-draft.js';
import { TaskMore } from './task-more.js';
import { useCompletion } from './use-completion.js';

const PAST_ENTRY = 'pastEntryReason';

interface TaskFormProps {
  readonly task: UserTaskDetailView;
  /** Null for a step that asks for nothing. */
  readonly form: FormDefinition | null;
  /** Whose draft it begins with, and goes on. */
  readonly begun: { readonly me: MeView; readonly draft: OpenedDraft };
  /** Lies over the form where a colleague was first; what we send ourselves is no colleague's. */
  readonly cover?: React.ReactNode;
}

/** The form of an open step: cards on the left, what it is judged by and what came before on the right, the dock below. */
export function TaskForm({ begun: { me, draft }, ...props }: TaskFormProps) {
  const [content, begin] = useState(draft.content);
  const [round, setRound] = useState(0);
  const kept = useKeptDraft(me.person.id, props.task.id, draft);
  const { elsewhere } = kept.state ?? {};
  const takeTheirs = async () => {
    begin(await kept.takeTheirs());
    setRound((before) => before + 1);
  };
  return (
    <>
      <DraftNote draft={draft} />
      <WrittenForm key={round} {...props} me={me} content={content} kept={kept} />
      {elsewhere && (
        <DraftElsewhere at={elsewhere.savedAt} onMine={kept.keepMine} onTheirs={() => void takeTheirs()} />
      )}
    </>
  );
}

interface WrittenProps extends Omit<TaskFormProps, 'begun'> {
  readonly me: MeView;
  readonly content: DraftContent | undefined;
  readonly kept: KeptDraft;
}

function WrittenForm({ me, task, form: asked, cover, content, kept }: WrittenProps) {
  const { step, roll, setRoll, more, choices } = useStepForm(task, asked);
  const [initial] = useState(() => ({ ...beginningOf(task, step.form), ...content?.data }));
  const state = useForm({ step, elementId: ownIdOf(task.elementId), initial, more });
  const preview = usePreview(task, state.data, setRoll);
  const [begunReason] = useState(content?.pastEntryReason ?? '');
  const [reason, setReason] = useState(begunReason);
  const [names] = useState(content?.names ?? {});
  const files = useDeviceFiles({ me, task, names });
  useKeeping(kept, { data: state.data, reason, names }, { data: initial, reason: begunReason }, step.form);
  const completion = useCompletion(task, me.person.id, {
    onRefused: (errors) => state.refuse(problemsByField(errors)),
    onDone: kept.forget,
  });
  const around: FieldSurroundings = { roll, choices, phrases: task.phrases, field: LabelledField, ...files };
  const [returned, setReturned] = useState<Done>();
  const askedWhy = completion.askedFor(PAST_ENTRY);
  const send = ofItself(() => {
    state.tryToSend();
    const [first] = state.missing;
    if (first) return goToField(first.key);
    if (completion.busy) return;
    kept.keepNow();
    void completion.submit(state.answer(), reason.trim() || undefined);
  });
  if (returned) return <Returned caseId={task.caseId} done={returned} />;
  if (completion.queued) return <QueuedNote reply={completion.queued} onSettled={completion.onSettled} />;
  return (
    <form noValidate onSubmit={send} className="covered">
      <div className="tk">
        <div>
          <Failure error={completion.error} hasFields />
          <FilesProvider value={files}>
            <FormGroups state={state} around={around} />
          </FilesProvider>
          <PastEntry reason={reason} problem={askedWhy} onChange={setReason} />
        </div>
        <Beside task={task} roll={roll} bars={preview.bars} />
      </div>
      <FormDock
        missing={state.missing}
        next={preview.onward?.name}
        isBusy={completion.busy}
        draft={<DraftMark state={kept.state} />}
        more={<TaskMore task={task} onReturned={setReturned} />}
      />
      {!completion.busy && cover}
    </form>
  );
}

/** What a dialog over the page sends comes up to its form as well: React hands it on to where the dialog was opened. */
const ofItself = (send: () => void) => (event: React.FormEvent) => {
  if (event.target !== event.currentTarget) return;
  event.preventDefault();
  send();
};

interface BesideProps {
  readonly task: UserTaskDetailView;
  readonly roll: FieldSurroundings['roll'];
  readonly bars: React.ComponentProps<typeof BarList>['bars'];
}

/** What the step is judged by, and what came before it. */
const Beside = ({ task, roll, bars }: BesideProps) => (
  <aside className="aside">
    <BarList bars={bars} />
    <EarlierPapers
      papers={task.earlierPapers}
      nameOf={(id) => roll?.persons.find((person) => person.id === id)?.name ?? id}
    />
  </aside>
);

interface ReturnedProps {
  readonly caseId: string;
  readonly done: Done;
}

/** The case goes back to an earlier step: what has become of that, and the way to it. */
const Returned = ({ caseId, done }: ReturnedProps) => (
  <div className="tk-o">
    <Outcome done={done} />
    <Link className="btn" to="/cases/$caseId" params={{ caseId }}>
      {taskWords.openCase}
    </Link>
  </div>
);

interface PastEntryProps {
  readonly reason: string;
  /** Why it is asked for, as the server said it. */
  readonly problem: string | undefined;
  readonly onChange: (reason: string) => void;
}

/** Shown where the server asks for it, or somebody has written one already. */
const PastEntry = ({ reason, problem, onChange }: PastEntryProps) =>
  reason === '' && problem === undefined ? null : (
    <section className="card sec">
      <div className="bd">
        <Labelled title={formWords.pastEntry} note={formWords.required}>
          <Input.TextArea value={reason} maxLength={500} onChange={({ target }) => onChange(target.value)} />
        </Labelled>
        <div className="msg">{problem ?? formWords.pastEntryHelp}</div>
      </div>
    </section>
  );
