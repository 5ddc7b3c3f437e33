import { CASE_TITLE_MAX } from '@wuqing/forms';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { casesStart, processesListOptions, type ProcessView, type StartCaseDto } from '../../client/api.js';
import { firstStepOf } from '../../client/first-step.js';
import { useCommand, type CommandReply } from '../../client/use-command.js';
import {
  startWordsIn,
  useOpenedStart,
  useStartDraft,
  type OpenedStart,
} from '../../device/use-start-draft.js';
import { startElsewhereOf } from '../../forms/draft-place.js';
import { HiddenNote } from '../../forms/hidden-note.js';
import { Labelled } from '../../kit/labelled.js';
import { phoneWords } from '../../words/phone.words.js';
import { Header } from '../parts/header.js';
import { PhoneDock } from '../parts/phone-dock.js';
import { Section } from '../parts/section.js';
import { useGo, useInAddress } from '../parts/to.js';
import { useMe } from '../shell/me.js';
import { Page } from '../shell/page.js';
import { Answer, NoSuchPage, PageReading, PhoneFailure } from '../shell/page-states.js';
import { DraftMark, Elsewhere } from '../task/draft-mark.js';
import { noteOf } from './note-of.js';

/** What is needed before the first step is there: a name and, where there are several, a village. */
export function StartOnePage() {
  const key = useInAddress('processKey');
  const query = useQuery(processesListOptions());
  const opened = useOpenedStart(useMe().person.id, key);
  const process = query.data?.items.find((one) => one.key === key);
  if (process && opened) return <StartForm process={process} opened={opened} key={key} />;
  return (
    <Page header={<Header title={phoneWords.start} back="/start" />}>
      <Answer query={query}>{() => (process ? <PageReading /> : <NoSuchPage />)}</Answer>
    </Page>
  );
}

/** `forget`: the case is there, and its draft is needed no more. */
function useStart(forget: () => Promise<void>) {
  const go = useGo();
  /** To the first step where it is the starter's own, or else to the case. */
  const toBeginning = async (reply: CommandReply) => {
    await forget();
    const taskId = await firstStepOf(reply);
    go(taskId === undefined ? `/cases/${reply.case.id}` : `/tasks/${taskId}`, { replace: true });
  };
  return useCommand<StartCaseDto, CommandReply>(
    (body, headers) => casesStart({ body, headers }),
    (reply) => void toBeginning(reply),
  );
}

interface StartProps {
  readonly process: ProcessView;
  readonly opened: OpenedStart;
}

function StartForm({ process, opened: { draft, refusal } }: StartProps) {
  const [{ title, unitId: wished }, write] = useState(() => startWordsIn(draft));
  const [isTried, setTried] = useState(false);
  const unitId = process.units.find(({ id }) => id === wished)?.id ?? process.units[0]?.id;
  const caseTitle = process.fixedTitle ?? title;
  const kept = useStartDraft(useMe().person.id, process.key, draft, { title: caseTitle, unitId });
  const elsewhere = startElsewhereOf(kept, write);
  const start = useStart(kept.forget);
  const isMissing = caseTitle.trim() === '';
  const send = () => {
    setTried(true);
    if (isMissing) return document.getElementById('start-title')?.focus();
    if (unitId !== undefined && !start.isPending)
      start.mutate({ processKey: process.key, unitId, title: caseTitle.trim() });
  };
  return (
    <Page
      header={
        <Header title={phoneWords.startIt(process.name)} back="/start">
          <DraftMark state={kept.state} />
        </Header>
      }
      below={
        <PhoneDock>
          <button type="button" className="btn pri" onClick={send}>
            {phoneWords.start}
          </button>
        </PhoneDock>
      }
    >
      <PhoneFailure error={start.error ?? refusal} />
      <Section title={process.name} said={noteOf(process)}>
        <div className="col g3 mt2">
          <VillageField
            units={process.units}
            unitId={unitId}
            onChange={(next) => write((before) => ({ ...before, unitId: next }))}
          />
          <TitleField
            title={caseTitle}
            isFixed={process.fixedTitle !== null}
            isLacking={isTried && isMissing}
            onChange={(next) => write((before) => ({ ...before, title: next }))}
          />
        </div>
      </Section>
      {elsewhere && <Elsewhere {...elsewhere} />}
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
  /** What all cases of the process are called: nothing is to be written. */
  readonly isFixed: boolean;
  readonly isLacking: boolean;
  readonly onChange: (title: string) => void;
}

const TitleField = ({ title, isFixed, isLacking, onChange }: TitleProps) => (
  <div className="fld">
    <label htmlFor="start-title">{phoneWords.caseTitle}</label>
    <input
      id="start-title"
      className={isLacking ? 'inp err' : 'inp'}
      value={title}
      readOnly={isFixed}
      maxLength={CASE_TITLE_MAX}
      onChange={({ target }) => onChange(target.value)}
    />
    {isLacking && <div className="msg err">{phoneWords.nameIt}</div>}
    <HiddenNote value={title} onChange={onChange} />
  </div>
);
