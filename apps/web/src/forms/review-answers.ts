import type { NoticeReviewView } from '../client/api.js';

type Line = NoticeReviewView['lines'][number];
export type Result = NonNullable<Line['result']>;
export type Answers = Readonly<Partial<Record<Line['key'], Result>>>;

/** What the system found for certain, for lines that the inspector has not marked; what a person must see stays open. */
export const adopted = (lines: readonly Line[], answers: Answers): Answers => ({
  ...Object.fromEntries(
    lines.flatMap(({ key, systemVerdict }) => (systemVerdict === 'look' ? [] : [[key, systemVerdict]])),
  ),
  ...answers,
});

/** How many lines that would mark. */
export const adoptable = (lines: readonly Line[], answers: Answers): number =>
  lines.filter(({ key, systemVerdict }) => systemVerdict !== 'look' && answers[key] === undefined).length;

/** The lines that are not marked yet, in their order. */
export const lacking = (lines: readonly Line[], answers: Answers): Line[] =>
  lines.filter(({ key }) => answers[key] === undefined);

export const failedIn = (answers: Answers): number =>
  Object.values(answers).filter((result) => result === 'fail').length;
