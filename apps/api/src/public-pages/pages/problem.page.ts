import type { Problem } from '../../http/problem.js';
import { html } from '../html.js';
import { framed } from '../page-frame.js';

/** A refusal as a page: what is not so, and what to do. */
export const problemPage = ({ title, detail, extensions }: Problem): string =>
  framed({
    title,
    back: { href: '/villages', text: '村公开栏' },
    body: html`<p>${detail}</p>
      ${(extensions.errors ?? []).map(({ message }) => html`<p>${message}</p>`)}`,
  });
