import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  casesStart,
  processesListOptions,
  startDraftsReadOptions,
  type ProcessView,
  type StartCaseDto,
} from '../../client/api.js';
import { firstStepOf } from '../../client/first-step.js';
import { beginningFrom, useStartDraft, type StartBeginning } from '../../client/start-draft.js';
import { useCommand, type CommandReply } from '../../client/use-command.js';
import { Labelled } from '../../kit/labelled.js';
import { phoneWords } from '../../words/phone.words.js';
import { Header } from '../parts/header.js';
import { PhoneDock } from '../parts/phone-dock.js';
import { Section } from '../parts/section.js';
import { useGo, useInAddress } from '../parts/to.js';
import { Page } from '../shell/page.js';
import { Answer, NoSuchPage, PhoneFailure } from '../shell/page-states.js';
import { noteOf } from './note-of.js';

/** What is needed before the first step is there: a name and, where there are several, a village. */
export function StartOnePage() {
  const key = useInAddress('processKey');
  const query = useQuery(processesListOptions());
  const draft = useQuery({ ...startDraftsReadOptions({ path: { key } }), gcTime: 0, staleTime: Infinity });
  const process = query.data?.items.find((one) => one.key === key);
  if (process && !draft.isPending)
    return <StartForm process={process} draft={beginningFrom(draft.data?.draft ?? null)} key={key} />;
  return (
    <Page header={<Header title={phoneWords.start} back="/start" />}>
      <Answer query={query}>{() => (process ? null : <NoSuchPage />)}</Answer>
    </Page>
  );
}

function StartForm({ process, draft }: { readonly process: ProcessView; readonly draft: StartBeginning }) {
  const go = useGo();
  const [title, setTitle] = useState(draft.title);
  const [wished, setUnit] = useState(draft.unitId);
  const [isTried, setTried] = useState(false);
  const unitId = process.units.find(({ id }) => id === wished)?.id ?? process.units[0]?.id;
  useStartDraft(process.key, draft, { title, unitId });
  const start = useCommand<StartCaseDto, CommandReply>(
    (body, headers) => casesStart({ body, headers }),
    (reply) => {
      // To the first step where it is the starter's own, or else to the case.
      void firstStepOf(reply).then((taskId) =>
        go(taskId === undefined ? `/cases/${reply.case.id}` : `/tasks/${taskId}`, { replace: true }),
      );
    },
  );
  const isMissing = title.trim() === '';
  const send = () => {
    setTried(true);
    if (isMissing) return document.getElementById('start-title')?.focus();
    if (unitId !== undefined && !start.isPending)
      start.mutate({ processKey: process.key, unitId, title: title.trim() });
  };
  return (
    <Page
      header={<Header title={phoneWords.startIt(process.name)} back="/start" />}
      below={
        <PhoneDock>
          <button type="button" className="btn pri" onClick={send}>
            {phoneWords.start}
          </button>
        </PhoneDock>
      }
    >
      <PhoneFailure error={start.error} />
      <Section title={process.name} said={noteOf(process)}>
        <div className="col g3 mt2">
          <VillageField units={process.units} unitId={unitId} onChange={setUnit} />
          <TitleField title={title} isLacking={isTried && isMissing} onChange={setTitle} />
        </div>
      </Section>
    </Page>
  );
}

interface VillageProps {
  readonly units: ProcessView['units'];
  readonly unitId: string | undefined;
  readonly onChange: (unitId: string) => void;
}

/** Asked only where there is a choice. */
function VillageField({ units, unitId, onChange }: VillageProps) {
  if (units.length <= 1) return null;
  return (
    <Labelled title={phoneWords.village}>
      <select className="inp" value={unitId} onChange={({ target }) => onChange(target.value)}>
        {units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface TitleProps {
  readonly title: string;
  readonly isLacking: boolean;
  readonly onChange: (title: string) => void;
}

const TitleField = ({ title, isLacking, onChange }: TitleProps) => (
  <div className="fld">
    <label htmlFor="start-title">{phoneWords.caseTitle}</label>
    <input
      id="start-title"
      className={isLacking ? 'inp err' : 'inp'}
      value={title}
      maxLength={100}
      onChange={({ target }) => onChange(target.value)}
    />
    {isLacking && <div className="msg err">{phoneWords.nameIt}</div>}
  </div>
);
