import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useRef, useState } from 'react';
import { processesListOptions, type ProcessView } from '../../client/api.js';
import { useSession } from '../../client/session.js';
import { useOpenedStart } from '../../device/use-start-draft.js';
import { Empty } from '../../kit/empty.js';
import { Labelled } from '../../kit/labelled.js';
import { navWords } from '../../words/nav.words.js';
import { stateWords } from '../../words/state.words.js';
import { words } from '../../words/words.js';
import { Answer } from '../states/page-states.js';
import './case.css';
import { StartAside } from './start-aside.js';
import { StartForm } from './start-form.js';

export function StartPage() {
  const query = useQuery(processesListOptions());
  const { firstCaseId, processKey } = useSearch({ from: '/start' });
  return (
    <main className="main">
      <h1 className="title">{firstCaseId === undefined ? navWords.start : words.startLinked}</h1>
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <section className="card">
              <NothingToStart />
            </section>
          ) : (
            <Start processes={items} firstCaseId={firstCaseId} wishedKey={processKey} />
          )
        }
      </Answer>
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

interface StartProps {
  readonly processes: readonly ProcessView[];
  readonly firstCaseId: string | undefined;
  readonly wishedKey: string | undefined;
}

/** Which process, what it is to be about, and beside it what comes of it. A name goes along when another process is chosen. */
function Start({ processes, firstCaseId, wishedKey }: StartProps) {
  const [key, choose] = useState(wishedKey);
  const title = useRef('');
  const process = processes.find((one) => one.key === key) ?? processes[0]!;
  return (
    <div className="two">
      <section className="card">
        <div className="bd col g4">
          <Labelled title={words.process}>
            <Select
              value={process.key}
              options={processes.map((one) => ({
                value: one.key,
                label: one.isExercise ? `${one.name}（${words.exercise}）` : one.name,
              }))}
              onChange={choose}
            />
          </Labelled>
          <Drafted
            key={process.key}
            process={process}
            firstCaseId={firstCaseId}
            title={title.current}
            onTitle={(next) => (title.current = next)}
          />
        </div>
      </section>
      <StartAside process={process} />
    </div>
  );
}

interface DraftedProps extends Pick<StartProps, 'firstCaseId'> {
  readonly process: ProcessView;
  readonly title: string;
  readonly onTitle: (title: string) => void;
}

/** A start goes on from its draft; one that comes out of another case has none. Without an answer it begins with the device's. */
function Drafted({ firstCaseId, ...props }: DraftedProps) {
  const { data: me } = useSession();
  const key = firstCaseId === undefined ? props.process.key : undefined;
  const opened = useOpenedStart(me?.person.id ?? '', key);
  if (!me || !opened) return null;
  return <StartForm {...props} firstCaseId={firstCaseId} begun={{ me, ...opened }} />;
}
