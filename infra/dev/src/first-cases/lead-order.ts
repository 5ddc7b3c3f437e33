import {
  UnexpectedAnswer,
  type CaseDetailShown,
  type People,
  type Person,
  type TaskDetailShown,
} from '../drive/index.js';
import type { FirstCase } from './first-cases.js';

type Ordered = Pick<FirstCase, 'key' | 'title'> & { readonly caseId: string };

interface DraftShown {
  readonly problem: string;
  /** Names of whoever has the step, joined by 「、」. */
  readonly responsible: string;
  /** Whom the form lets one choose from; null where it takes names as text. */
  readonly choices: readonly { readonly id: string; readonly name: string }[] | null;
  readonly feedbackDueOn: string;
}

const FIRST_STEP = 'issue-order';
const PROBLEM = '这一事项没有按期办理。';
const RESPONSIBLE = '村党组织书记';
/** Whoever is not known to have the step is not named with all the others. */
const NAMED_MAX = 1;
const DEMANDS = '一、限期办结；二、书面说明逾期原因；三、提出不再发生的办法。';

/** A supervision order about a case, from the term that ran out, as far as that its village has to sign for it. */
export async function leadOrder({ key, title, caseId }: Ordered, people: People): Promise<void> {
  const supervisor = await people.signedIn('jiwei-head');
  const { clocks } = await supervisor.get<CaseDetailShown>(`/api/cases/${caseId}`);
  const late = clocks.find(({ shape, state }) => state === 'running' && shape === '■') ?? clocks[0];
  const about = { caseId, ...(late && { clockId: late.id }) };
  const draft = await supervisor.post<DraftShown>('/api/supervision/order-drafts', about);
  const { body } = await settled<{ case: { id: string } }>(supervisor, {
    address: '/api/supervision/orders',
    said: { ...about, title: `${title}逾期` },
    key: `first-case-${key}-order`,
  });
  await issue(supervisor, body.case.id, { draft: draft.body, key: `first-case-${key}-order-issued` });
}

/** What the order says; nothing where an earlier run has said it. */
async function issue(
  supervisor: Person,
  orderId: string,
  { draft, key }: { readonly draft: DraftShown; readonly key: string },
): Promise<void> {
  const { tasks } = await supervisor.get<CaseDetailShown>(`/api/cases/${orderId}`);
  const task = tasks.find(({ elementId }) => elementId === FIRST_STEP);
  if (!task) return;
  const { rowVersion } = await supervisor.get<TaskDetailShown>(`/api/user-tasks/${task.id}`);
  // Where the term has not run out yet the draft says neither.
  const problem = draft.problem || PROBLEM;
  const responsible = responsibleIn(draft);
  const { feedbackDueOn } = draft;
  const submission = { problem, demands: DEMANDS, addressee: '村', responsible, feedbackDueOn };
  const address = `/api/user-tasks/${task.id}/completion`;
  await settled(supervisor, { address, said: { rowVersion, submission }, key });
}

function responsibleIn({ responsible, choices }: DraftShown) {
  if (choices === null) return responsible || RESPONSIBLE;
  const holders = choices.filter(({ name }) => responsible.split('、').includes(name));
  const named = holders.length > 0 ? holders : choices.slice(0, NAMED_MAX);
  return named.map(({ id, name }) => ({ id, name }));
}

interface Sent {
  readonly address: string;
  readonly said: object;
  readonly key: string;
}

async function settled<T>(supervisor: Person, { address, said, key }: Sent) {
  const answer = await supervisor.postUntilSettled<T>(address, said, key);
  if (answer.status >= 300) throw new UnexpectedAnswer('POST', address, answer);
  return answer;
}
