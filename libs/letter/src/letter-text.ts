import type { LetterKind } from './letter-kind.js';

/** Signs of what an issuer says. */
export const MATTER_MAX = 60;
export const LETTER_TEXT_MAX = 3_000;

/** What its issuer says; the rest stands in the template. */
export interface LetterSaid {
  /** Continues a sentence: 「三务公开」. */
  readonly matter: string;
  readonly facts: string;
  readonly demand: string;
  /** Law or rule; empty where the kind names none. */
  readonly basis: string;
}

export interface LetterFacts {
  /** 'YYYY-MM-DD'. */
  readonly answerBy: string;
  /** Number of the letter that nobody answered; empty where there was none. */
  readonly before: string;
}

export const needsBasis = ({ template }: LetterKind): boolean =>
  template.some((text) => text.includes('{basis}'));

/** Whether it says which letter went before: it is issued as the next rung of one, and not otherwise. */
export const isOnlyNextRung = ({ template }: LetterKind): boolean =>
  template.some((text) => text.includes('{before}'));

/** The paragraphs of the paper. What is filled in is not looked at again: a `{gap}` that somebody writes stays as it is. */
export function letterText({ template }: LetterKind, said: LetterSaid, facts: LetterFacts): string[] {
  const values: Readonly<Record<string, string>> = {
    ...said,
    answerBy: chineseDay(facts.answerBy),
    before: facts.before,
  };
  return template
    .map((text) => text.replace(/\{(\w+)\}/g, (gap, name: string) => values[name]?.trim() ?? gap))
    .flatMap((text) => text.split(/\r?\n/))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** 「2026 年 8 月 3 日」. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year} 年 ${month} 月 ${date} 日`;
}
