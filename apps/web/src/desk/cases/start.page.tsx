import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { casesStart, processesListOptions, type ProcessView, type StartCaseDto } from '../../client/api.js';
import { firstStepOf } from '../../client/first-step.js';
import { useCommand, type CommandReply } from '../../client/use-command.js';
import { Empty } from '../../kit/empty.js';
import { navWords } from '../../words/nav.words.js';
import { stateWords } from '../../words/state.words.js';
import { words } from '../../words/words.js';
import { Labelled } from '../../kit/labelled.js';
import { Failure } from '../states/failure.js';
import { Answer } from '../states/page-states.js';

export function StartPage() {
  const query = useQuery(processesListOptions());
  const { firstCaseId, processKey } = useSearch({ from: '/start' });
  return (
    <main className="main">
      <h1 className="title">{firstCaseId === undefined ? navWords.start : words.startLinked}</h1>
      <section className="card">
        <div className="bd">
          <Answer query={query}>
            {({ items }) =>
              items.length === 0 ? (
                <NothingToStart />
              ) : (
                <StartForm processes={items} firstCaseId={firstCaseId} wishedKey={processKey} />
              )
            }
          </Answer>
        </div>
      </section>
    </main>
  );
}

const NothingToStart = () => (
  <Empty
    text={words.nothingToStart}
    action={
      <Link to="/inbox" search={{}} className="btn">
        {stateWords.toInbox}
      </Link>
    }
  />
);

interface StartFormProps {
  readonly processes: readonly ProcessView[];
  readonly firstCaseId?: string;
  readonly wishedKey?: string;
}

const keyOf = (processes: readonly ProcessView[], wished: string | undefined): string =>
  (processes.find(({ key }) => key === wished) ?? processes[0]!).key;

/** One key until the case is there: a double click starts one case. */
function StartForm({ processes, firstCaseId, wishedKey }: StartFormProps) {
  const navigate = useNavigate();
  const [processKey, setProcess] = useState(keyOf(processes, wishedKey));
  const units = processes.find(({ key }) => key === processKey)!.units;
  const [wished, setUnit] = useState<string>();
  const unitId = units.find(({ id }) => id === wished)?.id ?? units[0]?.id;
  const [title, setTitle] = useState('');
  /** To the first step where it is the starter's own, or else to the case. */
  const toBeginning = async (reply: CommandReply) => {
    const taskId = await firstStepOf(reply);
    if (taskId !== undefined) await navigate({ to: '/tasks/$taskId', params: { taskId } });
    else await navigate({ to: '/cases/$caseId', params: { caseId: reply.case.id } });
  };
  const start = useCommand<StartCaseDto, CommandReply>(
    (body, headers) => casesStart({ body, headers }),
    (reply) => void toBeginning(reply),
  );
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (unitId !== undefined) start.mutate({ processKey, unitId, title: title.trim(), firstCaseId });
  };
  return (
    <form className="col g4" onSubmit={submit}>
      <Failure error={start.error} listed />
      <Labelled title={words.process}>
        <Select
          value={processKey}
          options={processes.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={setProcess}
        />
      </Labelled>
      <Labelled title={words.village}>
        <Select
          value={unitId}
          showSearch={{ optionFilterProp: 'label' }}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setUnit}
        />
      </Labelled>
      <Labelled title={words.title} note={words.required}>
        <Input value={title} required maxLength={100} onChange={(event) => setTitle(event.target.value)} />
      </Labelled>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={start.isPending}>
          {navWords.start}
        </Button>
      </div>
    </form>
  );
}
