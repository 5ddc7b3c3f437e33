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

const match = ({ id, title, village, board, from, to, publishedAt, verificationCode }: NoticeView): Html =>
  html`<div class="box">
      <b>系统里有这一份</b>
      <div>纸上写的应当和下面一样；不一样的，以这里为准。</div>
    </div>
    <dl class="kv">
      <div>
        <dt>标题</dt>
        <dd>${title}</dd>
      </div>
      <div>
        <dt>哪个村</dt>
        <dd>${village}，${boards[board]}</dd>
      </div>
      <div>
        <dt>公开期</dt>
        <dd>${spanOf(from ?? publishedAt.slice(0, 10), to)}</dd>
      </div>
      <div>
        <dt>验真码</dt>
        <dd>${shownVerification(verificationCode)}</dd>
      </div>
    </dl>
    <p><a class="btn pri" href="/notices/${id}">看全文</a></p>`;

/** Nothing that does not stand on the paper: what is in it is not public. */
const dossierMatch = ({ number, village, madeOn, digest, sheets, code }: DossierPrint): Html =>
  html`<div class="box">
      <b>系统里有这一份卷宗</b>
      <div>纸上封面写的应当和下面一样；不一样的，以这里为准。卷内材料不公开。</div>
    </div>
    <dl class="kv">
      <div>
        <dt>编号</dt>
        <dd>${number}</dd>
      </div>
      <div>
        <dt>哪个村（单位）</dt>
        <dd>${village}</dd>
      </div>
      <div>
        <dt>制作时间</dt>
        <dd>${madeOn}</dd>
      </div>
      <div>
        <dt>卷内材料</dt>
        <dd>${String(sheets)} 件</dd>
      </div>
      <div>
        <dt>内容校验值</dt>
        <dd>${digest}</dd>
      </div>
      <div>
        <dt>验真码</dt>
        <dd>${shownVerification(code)}</dd>
      </div>
    </dl>`;

const letterMatch = ({ number, from, to, on, digest, code }: LetterPrint): Html =>
  html`<div class="box">
      <b>系统里有这一份函</b>
      <div>纸上写的应当和下面一样；不一样的，以这里为准。正文不公开。</div>
    </div>
    <dl class="kv">
      <div>
        <dt>编号</dt>
        <dd>${number}</dd>
      </div>
      <div>
        <dt>发出单位</dt>
        <dd>${from}</dd>
      </div>
      <div>
        <dt>收函单位</dt>
        <dd>${to}</dd>
      </div>
      <div>
        <dt>日期</dt>
        <dd>${on}</dd>
      </div>
      <div>
        <dt>内容校验值</dt>
        <dd>${digest}</dd>
      </div>
      <div>
        <dt>验真码</dt>
        <dd>${shownVerification(code)}</dd>
      </div>
    </dl>`;
