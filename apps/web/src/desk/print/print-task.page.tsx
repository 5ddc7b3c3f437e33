import type { FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { caseHistoryPapersOptions, userTasksReadOptions, type UserTaskDetailView } from '../../client/api.js';
import { useSession } from '../../client/session.js';
import { useOpenedDraft } from '../../device/use-opened-draft.js';
import { beginningOf } from '../../forms/beginning-of.js';
import { blankOf } from '../../forms/blank-form.js';
import { readingOf } from '../../forms/reading.js';
import type { MeetingRoll } from '../../forms/roll-state.js';
import { momentOf } from '../../kit/moment.js';
import { printWords } from '../../words/print.words.js';
import { Answer, NoSuchPage } from '../states/page-states.js';
import { PrintSheet } from './print-sheet.js';

/** The form of a step on paper: as it was submitted, as far as it is written, or blank. */
export function PrintTaskPage() {
  const { taskId } = useParams({ from: '/print/tasks/$taskId' });
  const { blank } = useSearch({ from: '/print/tasks/$taskId' });
  const task = useQuery(userTasksReadOptions({ path: { id: taskId } }));
  return (
    <Answer query={task}>
      {(read) => {
        const form = read.form as FormDefinition | null;
        if (!form) return <NoSuchPage />;
        if (blank) return <Blank task={read} form={form} />;
        return read.submission ? <Submitted task={read} form={form} /> : <Draft task={read} form={form} />;
      }}
    </Answer>
  );
}

interface SheetProps {
  readonly task: UserTaskDetailView;
  readonly form: FormDefinition;
}

const factsOf = ({ caseTitle, caseNumber, unitName, name }: UserTaskDetailView) => [
  caseTitle,
  caseNumber,
  unitName,
  name,
];
const rollOf = (task: UserTaskDetailView) => task.roll as MeetingRoll | null;

const Blank = ({ task, form }: SheetProps) => (
  <PrintSheet
    title={printWords.blank(form.title)}
    facts={factsOf(task)}
    groups={blankOf(form, rollOf(task))}
  />
);

/** Who stands on a roll is told with the papers of the case. */
function Submitted({ task, form }: SheetProps) {
  const { data: papers } = useQuery(caseHistoryPapersOptions({ path: { id: task.caseId } }));
  const nameOf = (id: string): string => papers?.people.find((person) => person.id === id)?.name ?? id;
  return (
    <PrintSheet
      title={form.title}
      facts={[...factsOf(task), task.assigneeName, task.endedAt && momentOf(task.endedAt)]}
      groups={readingOf(form, task.submission as JsonObject, nameOf)}
    />
  );
}

function Draft({ task, form }: SheetProps) {
  const { data: me } = useSession();
  const draft = useOpenedDraft(me?.person.id ?? '', task.id);
  const nameOf = (id: string): string => rollOf(task)?.persons.find((one) => one.id === id)?.name ?? id;
  if (!draft) return null;
  return (
    <PrintSheet
      title={form.title}
      facts={[...factsOf(task), printWords.draft]}
      groups={readingOf(form, { ...beginningOf(task, form), ...draft.content?.data }, nameOf)}
    />
  );
}
