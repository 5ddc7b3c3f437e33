import type { FieldRight, FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { UserTaskDetailView } from '../../client/api.js';
import type { OpenedDraft } from '../../device/choose-draft.js';
import { useKeptDraft, type KeptDraft } from '../../device/use-kept-draft.js';
import { beginningOf, NO_FORM, ownIdOf, rollKeyOf, rollProblemsOf } from '../../forms/beginning-of.js';
import type { StepForm } from '../../forms/form-model.js';
import { problemsByField } from '../../forms/missing-fields.js';
import type { MeetingRoll } from '../../forms/roll-state.js';
import { useForm } from '../../forms/use-form.js';
import { usePreview } from '../../forms/use-preview.js';
import { Note } from '../../kit/note.js';
import { draftWords } from '../../words/draft.words.js';
import { momentOf } from '../../kit/moment.js';
import { phoneWords } from '../../words/phone.words.js';
import { FilesProvider } from '../forms/files-context.js';
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
import { useDeviceFiles } from './use-device-files.js';
import { useSubmission, type Outcome } from './use-submission.js';

const PAST_ENTRY = 'pastEntryReason';

interface TaskFormProps {
  readonly task: UserTaskDetailView;
  /** Null for a step that asks for nothing. */
  readonly form: FormDefinition | null;
  readonly draft: OpenedDraft;
  /** A colleague took or did the step while it was open. */
  readonly takenBy: { readonly name: string | null } | undefined;
  readonly onSubmitted: (outcome: Outcome) => void;
}

/** One scroll: clock, what it is about, the form, the dock that names what is missing. */
export function TaskForm({ task, form: asked, draft, takenBy, onSubmitted }: TaskFormProps) {
  const form = asked ?? NO_FORM;
  const step: StepForm = useMemo(
    () => ({ form, rights: task.rights as Readonly<Record<string, FieldRight>> }),
    [form, task.rights],
  );
  const rollKey = rollKeyOf(form);
  const [begun, setBegun] = useState(() => ({
    data: { ...beginningOf(task, form), ...draft.content?.data },
    reason: draft.content?.pastEntryReason ?? '',
    names: draft.content?.names ?? {},
    round: 0,
  }));
  const [roll, setRoll] = useState(task.roll as MeetingRoll | null);
  const more = useCallback((data: JsonObject) => rollProblemsOf(data, rollKey, roll), [roll, rollKey]);
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
      <WrittenForm
        key={begun.round}
        {...{ task, step, begun, roll, setRoll, more, draft, onSubmitted }}
        kept={kept}
      />
      {elsewhere && (
        <Elsewhere at={elsewhere.savedAt} onMine={kept.keepMine} onTheirs={() => void takeTheirs()} />
      )}
      {takenBy && <TakenSheet task={task} by={takenBy.name} />}
    </>
  );
}

interface WrittenProps extends Pick<TaskFormProps, 'task' | 'draft' | 'onSubmitted'> {
  readonly step: StepForm;
  readonly begun: { readonly data: JsonObject; readonly reason: string; readonly names: JsonObject };
  readonly roll: MeetingRoll | null;
  readonly setRoll: (roll: MeetingRoll) => void;
  readonly more: (data: JsonObject) => readonly { readonly path: string; readonly message: string }[];
  readonly kept: KeptDraft;
}

function WrittenForm({ task, step, begun, roll, setRoll, more, draft, kept, onSubmitted }: WrittenProps) {
  const state = useForm({ step, elementId: ownIdOf(task.elementId), initial: begun.data, more });
  const [reason, setReason] = useState(begun.reason);
  const files = useDeviceFiles(task, begun.names);
  const bars = usePreview(task, state.data, setRoll);
  const { submit, refusal } = useSubmission({
    task,
    onRefused: (errors) => state.refuse(problemsByField(errors)),
    onSubmitted: (outcome) => {
      kept.end();
      onSubmitted(outcome);
    },
  });
  const { write } = kept;
  useEffect(() => {
    if (state.data !== begun.data || reason !== begun.reason) write(state.data, reason, begun.names);
  }, [state.data, reason, begun, write]);
  const askedWhy = refusal?.errors.find(({ path }) => path.endsWith(PAST_ENTRY))?.message;
  const send = () => {
    state.tryToSend();
    const [first] = state.missing;
    if (first) return goToField(first.key);
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
      {draft.leftByName !== undefined && (
        <div className="ph-pad">
          <Note>{draftWords.leftBy(draft.leftByName, momentOf(draft.savedAt ?? '').slice(5))}</Note>
        </div>
      )}
      <PapersFold papers={task.earlierPapers} roll={roll} />
      <BarsFold bars={bars} />
      <UnconfirmedFold unconfirmed={task.unconfirmed} />
      {refusal && (
        <div className="ph-pad">
          <Note tone="late" role="alert">
            <b>{refusal.message}</b>
          </Note>
        </div>
      )}
      <FilesProvider value={files}>
        <PhoneGroups state={state} around={{ roll, phrases: task.phrases, field: PhoneField, ...files }} />
      </FilesProvider>
      {(reason !== '' || askedWhy !== undefined) && (
        <PastEntry reason={reason} problem={askedWhy} onChange={setReason} />
      )}
      <p className="ph-pad t2">{afterwardsOf(task)}</p>
    </Page>
  );
}
