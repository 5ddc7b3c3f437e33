import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { casesStart, type ProcessView, type StartCaseDto } from '../../client/api.js';
import { firstStepOf } from '../../client/first-step.js';
import { useStartDraft, type StartBeginning } from '../../client/start-draft.js';
import { useCommand, type CommandReply } from '../../client/use-command.js';
import { Labelled } from '../../kit/labelled.js';
import { momentOf } from '../../kit/moment.js';
import { draftWords } from '../../words/draft.words.js';
import { navWords } from '../../words/nav.words.js';
import { words } from '../../words/words.js';
import { Failure } from '../states/failure.js';

interface StartFormProps {
  readonly process: ProcessView;
  /** The case that it comes out of. */
  readonly firstCaseId: string | undefined;
  readonly begun: StartBeginning;
  readonly title: string;
  readonly onTitle: (title: string) => void;
}

/** One key until the case is there: a double click starts one case. */
export function StartForm({ process, firstCaseId, begun, title: first, onTitle }: StartFormProps) {
  const { units } = process;
  const [wished, setUnit] = useState(begun.unitId);
  const unitId = units.find(({ id }) => id === wished)?.id ?? units[0]?.id;
  const [title, setTitle] = useState(first);
  const isKept = firstCaseId === undefined;
  const savedAt = useStartDraft(isKept ? process.key : undefined, begun, { title, unitId });
  const start = useStart();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (unitId !== undefined)
      start.mutate({ processKey: process.key, unitId, title: title.trim(), firstCaseId });
  };
  const write = (next: string) => {
    setTitle(next);
    onTitle(next);
  };
  return (
    <form className="col g4" onSubmit={submit}>
      <Failure error={start.error} listed />
      <Labelled title={words.village}>
        <Select
          value={unitId}
          showSearch={{ optionFilterProp: 'label' }}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setUnit}
        />
      </Labelled>
      <Labelled title={words.title} note={words.required}>
        <Input value={title} required maxLength={100} onChange={({ target }) => write(target.value)} />
      </Labelled>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={start.isPending}>
          {navWords.start}
        </Button>
        {savedAt && (
          <span className="s t3" role="status">
            {draftWords.onServer(momentOf(savedAt.toISOString()).slice(11))}
          </span>
        )}
      </div>
    </form>
  );
}

function useStart() {
  const navigate = useNavigate();
  /** To the first step where it is the starter's own, or else to the case. */
  const toBeginning = async (reply: CommandReply) => {
    const taskId = await firstStepOf(reply);
    if (taskId !== undefined) await navigate({ to: '/tasks/$taskId', params: { taskId } });
    else await navigate({ to: '/cases/$caseId', params: { caseId: reply.case.id } });
  };
  return useCommand<StartCaseDto, CommandReply>(
    (body, headers) => casesStart({ body, headers }),
    (reply) => void toBeginning(reply),
  );
}
