import { html, type Html } from './html.js';

export interface Frame {
  readonly title: string;
  /** Above the title: where one came from. */
  readonly back?: { readonly href: string; readonly text: string };
  /** Below the title, parted by blanks. */
  readonly under?: readonly string[];
  readonly tabs?: Html;
  readonly body: Html;
  /** Name of the village whose page it is; absent on the town's own. */
  readonly village?: string;
  readonly town?: string;
}

/** 「清溪村」 → 「清溪村民委员会」. */
export const committeeOf = (village: string): string =>
  `${village.endsWith('村') ? village.slice(0, -1) : village}村民委员会`;

/** A whole page: HTML without script, one style sheet, nothing from elsewhere. */
export const framed = ({ title, back, under = [], tabs, body, village, town }: Frame): string =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title} · 五清</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/public.css" />
      </head>
      <body class="pub">
        <header class="pub-h">
          <div>
            ${back ? html`<a class="back" href="${back.href}">${back.text}</a>` : html``}
            <h1>${title}</h1>
            ${under.length > 0 ? html`<p class="sm">${under.map((part) => html`<span>${part}</span>`)}</p>` : html``}
          </div>
        </header>
        ${tabs ?? html``}
        <main>
          ${body}
          <footer>${footer(village, town)}</footer>
        </main>
      </body>
    </html>`.text.trimStart();

function footer(village: string | undefined, town = '镇里'): Html {
  if (village === undefined) return html`<p><a href="/villages">全部村公开栏</a></p>`;
  return html`<p>${committeeOf(village)}</p>
    <p>${village}村务监督委员会</p>
    <p>对公开不满意，可向村务监督委员会或者${town}反映。</p>
    <p class="noprint"><a href="/villages">全部村公开栏</a></p>`;
}
