import type { Problem } from '../../http/problem.js';
import { html } from '../html.js';
import { framed } from '../page-frame.js';

/** Where villagers come; everywhere else somebody of the office has gone astray. */
const OF_VILLAGERS = /^\/(villages|notices|complaints|progress|verify|powers|files)(\/|$)/;

export interface ProblemPlace {
  readonly path: string;
  /** Under which the failure is written down. */
  readonly number?: string | undefined;
}

/** A refusal as a page: one sentence that says what is not so and what to do, and one way on. */
export function problemPage({ title, detail, extensions }: Problem, { path, number }: ProblemPlace): string {
  const isVillagers = OF_VILLAGERS.test(path);
  return framed({
    title,
    ...(isVillagers && { back: { href: '/villages', text: '村公开栏' } }),
    body: html`<p>${detail}</p>
      ${(extensions.errors ?? []).map(({ message }) => html`<p>${message}</p>`)}
      ${number === undefined ? html`` : html`<p class="t2">报修编号 ${number}</p>`}
      ${isVillagers ? html`` : html`<p class="mt3"><a class="btn pri" href="/">回到首页</a></p>`}`,
  });
}
