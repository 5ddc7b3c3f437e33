import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { ReaderLevel } from '@wuqing/forms';
import type { UserTaskRow } from '@wuqing/persistence';
import { shownMoment } from '../../http/shown-moment.js';
import type { AnsweredForm } from '../answered-forms.js';
import { ownIdOf } from '../door-facts.js';
import type { HeardView } from '../dto/heard.view.js';
import { earlierPapers } from '../earlier-papers.js';
import { observersBehind } from './observers-behind.js';

/** The name by which forms of supervision ask for the stance, and what it says where there is something to answer. */
const STANCE = 'stance';
const OBJECTS = '有异议';

export interface AnsweringStep {
  readonly row: Pick<UserTaskRow, 'elementId' | 'createdAt'>;
  readonly process: ExecutableProcess;
  readonly levels: readonly ReaderLevel[];
  readonly names: ReadonlyMap<string, string>;
}

/** The objection of the supervisors that this step answers, as far as its reader may see it; empty where it answers none. */
export function observersHeard(
  answered: readonly AnsweredForm[],
  { row, process, levels, names }: AnsweringStep,
): HeardView[] {
  const behind = observersBehind(process, ownIdOf(row.elementId));
  const objecting = answered.filter(
    ({ submission: { elementId, data, submittedAt } }) =>
      behind.has(ownIdOf(elementId)) && data[STANCE] === OBJECTS && submittedAt <= row.createdAt,
  );
  const last = objecting.at(-1);
  if (!last) return [];
  const at = shownMoment(last.submission.submittedAt);
  return earlierPapers([last], levels, names).map(({ step, by, fields }) => ({
    title: step,
    at,
    by,
    fields,
    photos: [],
  }));
}
