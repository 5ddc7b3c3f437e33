import type { FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { useState } from 'react';
import type { UserTaskDetailView } from '../../client/api.js';
import type { QueuedSubmission } from '../../device/device-rows.js';
import type { OpenedDraft } from '../../device/choose-draft.js';
import { useKeeping, useKeptDraft, type KeptDraft } from '../../device/use-kept-draft.js';
import { beginningOf, ownIdOf } from '../../forms/beginning-of.js';
import { problemsByField } from '../../forms/missing-fields.js';
import { useForm } from '../../forms/use-form.js';
import { usePreview } from '../../forms/use-preview.js';
import { useStepForm, type StepOfForm } from '../../forms/use-step-form.js';
import { Note } from '../../kit/note.js';
import { draftWords } from '../../words/draft.words.js';
import { momentOf } from '../../kit/moment.js';
import { phoneWords } from '../../words/phone.words.js';
import { FilesProvider } from '../../device/files-context.js';
import { goToField } from '../forms/go-to-field.js';
import { PhoneField } from '../forms/phone-field.js';
import { PhoneGroups } from '../forms/phone-groups.js';
import { Header } from '../parts/header.js';
import { useMe } from '../shell/me.js';
import { Page } from '../shell/page.js';
import { afterwardsOf } from './afterwards.js';
import { BarsFold, PapersFold, UnconfirmedFold } from './aside-folds.js';
import { DraftMark, Elsewhere } from './draft-mark.js';
import { PastEntry } from './past-entry.js';
import { TakenSheet } from './taken-sheet.js';
import { TaskDock } from './task-dock.js';
import { TaskHead } from './task-head.js';
import { useDeviceFiles } from '../../device/use-device-files.js';
import { useSubmission } from './use-submission.js';

const PAST_ENTRY = 'pastEntryReason';

interface TaskFormProps {
  readonly task: UserTaskDetailView;
  /** Null for a step that asks for nothing. */
  readonly form: FormDefinition | null;
  readonly draft: OpenedDraft;
  /** As it is now, where a colleague took or did the step while it was open. */
  readonly taken: UserTaskDetailView | undefined;
  readonly onSubmitted: (queued: QueuedSubmission) => void;
}

/** One scroll: clock, what it is about, the form, the dock that names what is missing. */
export function TaskForm({ task, form: asked, draft, taken, onSubmitted }: TaskFormProps) {
  const stepForm = useStepForm(task, asked);
  const { form } = stepForm.step;
  const [begun, setBegun] = useState(() => ({
    data: { ...beginningOf(task, form), ...draft.content?.data },
    reason: draft.content?.pastEntryReason ?? '',
    names: draft.content?.names ?? {},
    round: 0,
  }));
  const kept = useKeptDraft(useMe().person.id, task.id, draft);
  const { elsewhere } = kept.state ?? {};
  const takeTheirs = async () => {
    const theirs = await kept.takeTheirs();
    if (theirs)
      setBegun(({ round }) => ({
        data: { ...beginningOf(task, form), ...theirs.data },
        reason: theirs.pastEntryReason,
        names: theirs.names,
        round: round + 1,
      }));
  };
  return (
    <>
      <WrittenForm key={begun.round} {...{ task, stepForm, begun, kept, draft, onSubmitted }} />
      {elsewhere && (
        <Elsewhere at={elsewhere.savedAt} onMine={kept.keepMine} onTheirs={() => void takeTheirs()} />
      )}
      {taken && <TakenSheet task={taken} />}
    </>
  );
}

interface WrittenProps extends Pick<TaskFormProps, 'task' | 'draft' | 'onSubmitted'> {
  readonly stepForm: StepOfForm;
  readonly begun: { readonly data: JsonObject; readonly reason: string; readonly names: JsonObject };
  readonly kept: KeptDraft;
}

function WrittenForm({ task, stepForm, begun, draft, kept, onSubmitted }: WrittenProps) {
  const { step, roll, setRoll, more, choices } = stepForm;
  const state = useForm({ step, elementId: ownIdOf(task.elementId), initial: begun.data, more });
  const [reason, setReason] = useState(begun.reason);
  const files = useDeviceFiles({ me: useMe(), task, names: begun.names });
  const { bars, onward } = usePreview(task, state.data, setRoll);
  const { submit, refusal } = useSubmission({
    task,
    onRefused: (errors) => state.refuse(problemsByField(errors)),
    onSubmitted: (queued) => {
      kept.end();
      onSubmitted(queued);
    },
  });
  useKeeping(kept, { data: state.data, reason, names: begun.names }, begun, step.form);
  const askedWhy = refusal?.errors.find(({ path }) => path.endsWith(PAST_ENTRY))?.message;
  const send = () => {
    state.tryToSend();
    const [first] = state.missing;
    if (first) return goToField(first.key);
    kept.keepNow();
    void submit(state.answer(), reason.trim() === '' ? undefined : reason.trim());
  };
  return (
    <Page
      header={
        <Header title={phoneWords.handle} back="/inbox">
          <DraftMark state={kept.state} />
        </Header>
      }
      below={<TaskDock missing={state.missing} task={task} onSubmit={send} />}
    >
      <TaskHead task={task} />
      <LeftBy draft={draft} />
      <PapersFold papers={task.earlierPapers} roll={roll} />
      <BarsFold bars={bars} />
      <UnconfirmedFold unconfirmed={task.unconfirmed} />
      {refusal && <Refused message={refusal.message} />}
      <FilesProvider value={files}>
        <PhoneGroups
          state={state}
          around={{ roll, choices, phrases: task.phrases, field: PhoneField, ...files }}
        />
      </FilesProvider>
      <PastEntry reason={reason} problem={askedWhy} onChange={setReason} />
      <p className="ph-pad t2">{afterwardsOf(onward)}</p>
    </Page>
  );
}

/** Whose draft it goes on with, where a colleague left it. */
function LeftBy({ draft: { leftByName, savedAt } }: { readonly draft: OpenedDraft }) {
  if (leftByName === undefined) return null;
  return (
    <div className="ph-pad">
      <Note>{draftWords.leftBy(leftByName, momentOf(savedAt ?? '').slice(5))}</Note>
    </div>
  );
}

const Refused = ({ message }: { readonly message: string }) => (
  <div className="ph-pad">
    <Note tone="late" role="alert">
      <b>{message}</b>
    </Note>
  </div>
);
