import type { Content } from 'pdfmake/interfaces.js';
import type { Writing } from '../written.js';

/** One line of the table of contents and what it leads to. */
export interface Part {
  /** Of the page that it begins on. */
  readonly anchor: string;
  readonly title: string;
  /** Who answers for it; empty for what nobody signs. */
  readonly by: string;
  readonly on: string;
  readonly content: readonly Content[];
}

/** Chapters begin on a page of their own; what lies in them has a heading that the contents lead to. */
export interface Chapter {
  readonly title: string;
  readonly parts: readonly Part[];
  /** What is said where there is no part. */
  readonly whenEmpty: string;
}

export const heading = (writing: Writing, { anchor, title }: Pick<Part, 'anchor' | 'title'>): Content => ({
  text: writing.of(title),
  id: anchor,
  style: 'sheet',
});

export const line = (writing: Writing, text: string): Content => ({ text: writing.of(text), style: 'small' });
