import { CASE_TITLE_MAX } from '@wuqing/forms';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { casesStart, type MeView, type ProcessView, type StartCaseDto } from '../../client/api.js';
import { firstStepOf } from '../../client/first-step.js';
import { useCommand, type CommandReply } from '../../client/use-command.js';
import type { OpenedDraft } from '../../device/choose-draft.js';
import { startWordsIn, useStartDraft } from '../../device/use-start-draft.js';
import { startElsewhereOf } from '../../forms/draft-place.js';
import { HiddenNote } from '../../forms/hidden-note.js';
import { Labelled } from '../../kit/labelled.js';
import { navWords } from '../../words/nav.words.js';
import { words } from '../../words/words.js';
import { DraftElsewhere, DraftMark } from '../inbox/task-draft.js';
import { Failure } from '../states/failure.js';

interface StartFormProps {
  readonly process: ProcessView;
  /** The case that it comes out of. */
  readonly firstCaseId: string | undefined;
  /** Whose draft it begins with, and goes on. */
  readonly begun: { readonly me: MeView; readonly draft: OpenedDraft; readonly refusal?: unknown };
  /** What was written for another process; goes along where this one has no draft. */
  readonly title: string;
  readonly onTitle: (title: string) => void;
}

/** One key until the case is there: a double click starts one case. */
export function StartForm({
  process,
  firstCaseId,
  begun: { me, draft, refusal },
  title,
  onTitle,
}: StartFormProps) {
  const [written, write] = useState(() => {
    const begun = startWordsIn(draft);
    return { ...begun, title: begun.title || title };
  });
  const unitId = process.units.find(({ id }) => id === written.unitId)?.id ?? process.units[0]?.id;
  const key = firstCaseId === undefined ? process.key : undefined;
  const caseTitle = process.fixedTitle ?? written.title;
  const kept = useStartDraft(me.person.id, key, draft, { title: caseTitle, unitId });
  const elsewhere = startElsewhereOf(kept, write);
  const start = useStart(kept.forget);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (unitId !== undefined)
      start.mutate({ processKey: process.key, unitId, title: caseTitle.trim(), firstCaseId });
  };
  const name = (next: string) => {
    write((before) => ({ ...before, title: next }));
    onTitle(next);
  };
  return (
    <form className="col g4" onSubmit={submit}>
      <Failure error={start.error ?? refusal} />
      <Village
        units={process.units}
        unitId={unitId}
        onChange={(next) => write((before) => ({ ...before, unitId: next }))}
      />
      <Name value={caseTitle} isFixed={process.fixedTitle !== null} onChange={name} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={start.isPending}>
          {navWords.start}
        </Button>
        <DraftMark state={kept.state} />
      </div>
      {elsewhere && <DraftElsewhere {...elsewhere} />}
    </form>
  );
}

interface VillageProps {
  readonly units: ProcessView['units'];
  readonly unitId: string | undefined;
  readonly onChange: (unitId: string) => void;
}

const Village = ({ units, unitId, onChange }: VillageProps) => (
  <Labelled title={words.village}>
    <Select
      value={unitId}
      showSearch={{ optionFilterProp: 'label' }}
      options={units.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  </Labelled>
);

interface NameProps {
  readonly value: string;
  /** What all cases of the process are called: nothing is to be written. */
  readonly isFixed: boolean;
  readonly onChange: (next: string) => void;
}

const Name = ({ value, isFixed, onChange }: NameProps) => (
  <>
    <Labelled title={words.title} note={isFixed ? words.fixedTitle : words.required}>
      <Input
        value={value}
        required
        readOnly={isFixed}
        maxLength={CASE_TITLE_MAX}
        onChange={({ target }) => onChange(target.value)}
      />
    </Labelled>
    <HiddenNote value={value} onChange={onChange} />
  </>
);

/** `forget`: the case is there, and its draft is needed no more. */
function useStart(forget: () => Promise<void>) {
  const navigate = useNavigate();
  /** To the first step where it is the starter's own, or else to the case. */
  const toBeginning = async (reply: CommandReply) => {
    await forget();
    const taskId = await firstStepOf(reply);
    if (taskId !== undefined) await navigate({ to: '/tasks/$taskId', params: { taskId } });
    else await navigate({ to: '/cases/$caseId', params: { caseId: reply.case.id } });
  };
  return useCommand<StartCaseDto, CommandReply>(
    (body, headers) => casesStart({ body, headers }),
    (reply) => void toBeginning(reply),
  );
}
