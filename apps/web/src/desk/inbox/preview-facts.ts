import type { JsonObject } from '@wuqing/kernel';
import type { UserTaskDetailView } from '../../client/api.js';
import { amountInWords } from '@wuqing/forms';
import { shownValue } from '../../forms/value-text.js';
import { yuanOf } from '../../kit/money.js';
import { inboxWords } from '../../words/inbox.words.js';
import { partWords } from '../../words/part.words.js';

export type Amounts = readonly { readonly title: string; readonly amountFen: number }[];

export interface Fact {
  readonly title: string;
  readonly value: string;
  readonly under?: string;
}

/** A short answer tells something by itself; a text does not fit. */
const SHORT = 30;
const FACTS_MAX = 8;

/** What the steps before have said in few words, the last word of each field; money and people stand elsewhere. */
function said(papers: UserTaskDetailView['earlierPapers']): Fact[] {
  const facts = new Map<string, Fact>();
  for (const { fields } of papers)
    for (const { title, schema, value: given } of fields) {
      const field = schema as JsonObject;
      const value: unknown = given;
      const isTold = typeof value === 'string' && field['x-person'] === undefined;
      if (!isTold || value.length > SHORT) continue;
      const [line = ''] = shownValue(value, field, field, (name) => name).lines;
      facts.set(title, { title, value: line });
    }
  return [...facts.values()];
}

/** The facts of a step beside its list: what it costs, who has it, and what was said of it before. */
export function factsOf(
  task: Pick<UserTaskDetailView, 'processName' | 'assigneeName' | 'earlierPapers' | 'onward'>,
  amounts: Amounts,
): Fact[] {
  const fixed: readonly (Fact | false)[] = [
    ...amounts.map(({ title, amountFen }) => ({
      title,
      value: `${yuanOf(amountFen)} ${partWords.yuan}`,
      under: amountInWords(amountFen),
    })),
    { title: inboxWords.process, value: task.processName },
    task.assigneeName !== null && { title: inboxWords.heldBy, value: task.assigneeName },
    task.onward !== null && { title: inboxWords.next, value: task.onward.name },
  ];
  const first = fixed.filter((fact) => fact !== false);
  return [...first, ...said(task.earlierPapers).slice(0, Math.max(0, FACTS_MAX - first.length))];
}
