import type { DossierPrint } from '../dossier-by-code.query.js';
import type { LetterPrint } from '../letter-by-code.query.js';
import { boards, type NoticeView } from '../dto/notice.view.js';
import { html, type Html } from '../html.js';
import { framed } from '../page-frame.js';
import { shownVerification } from './notice.page.js';
import { codeField } from './code-field.js';

export interface FoundPapers {
  readonly notices: readonly NoticeView[];
  readonly dossier: DossierPrint | undefined;
  readonly letter: LetterPrint | undefined;
}

/** Compares a paper with what is kept. `found`: undefined where nothing was asked yet. */
export const verifyPage = (typed: string, found?: FoundPapers): string =>
  framed({
    title: '验真',
    back: { href: '/villages', text: '村公开栏' },
    body: html`<form action="/verify" class="noprint">${codeField('验真码', typed)}</form>
      <p class="t2 mt3">验真码印在公示、卷宗或函件的二维码旁，12 个字符。</p>
      ${found === undefined ? html`` : answer(found)}`,
  });

const answer = ({ notices, dossier, letter }: FoundPapers): Html =>
  notices.length > 0 || dossier !== undefined || letter !== undefined
    ? html`${notices.map(match)}${dossier === undefined ? html`` : dossierMatch(dossier)}${
        letter === undefined ? html`` : letterMatch(letter)
      }`
    : html`<div class="box err" role="alert">
        <b>没有这个码</b>
        <div>请核对有没有抄错。没有抄错的，这张纸不是系统出的，请交村务监督委员会或镇里。</div>
      </div>`;

const spanOf = (from: string, to: string | null): string => (to === null ? from : `自 ${from} 至 ${to}`);

/** What stands on the paper, to be compared with it. */
const facts = (rows: readonly (readonly [what: string, said: string])[]): Html =>
  html`<dl class="kv">
    ${rows.map(
      ([what, said]) =>
        html`<div>
          <dt>${what}</dt>
          <dd>${said}</dd>
        </div>`,
    )}
  </dl>`;

const match = ({ id, title, village, board, from, to, publishedAt, verificationCode }: NoticeView): Html =>
  html`<div class="box">
      <b>系统里有这一份</b>
      <div>纸上写的应当和下面一样；不一样的，以这里为准。</div>
    </div>
    ${facts([
      ['标题', title],
      ['哪个村', `${village}，${boards[board]}`],
      ['公开期', spanOf(from ?? publishedAt.slice(0, 10), to)],
      ['验真码', shownVerification(verificationCode)],
    ])}
    <p><a class="btn pri" href="/notices/${id}">看全文</a></p>`;

/** Nothing that does not stand on the paper: what is in it is not public. */
const dossierMatch = ({ number, village, madeOn, digest, sheets, code }: DossierPrint): Html =>
  html`<div class="box">
      <b>系统里有这一份卷宗</b>
      <div>纸上封面写的应当和下面一样；不一样的，以这里为准。卷内材料不公开。</div>
    </div>
    ${facts([
      ['编号', number],
      ['哪个村（单位）', village],
      ['制作时间', madeOn],
      ['卷内材料', `${String(sheets)} 件`],
      ['内容校验值', digest],
      ['验真码', shownVerification(code)],
    ])}`;

const letterMatch = ({ number, from, to, on, digest, code }: LetterPrint): Html =>
  html`<div class="box">
      <b>系统里有这一份函</b>
      <div>纸上写的应当和下面一样；不一样的，以这里为准。正文不公开。</div>
    </div>
    ${facts([
      ['编号', number],
      ['发出单位', from],
      ['收函单位', to],
      ['日期', on],
      ['内容校验值', digest],
      ['验真码', shownVerification(code)],
    ])}`;
