import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { withStyleNonce } from '../http/security-headers.js';
import { loadingAhead } from './asked-ahead.js';
import type { FirstPage } from './first-pages.js';

/** Where the build leaves room for the nonce: `apps/web/src/style-nonce.ts`. */
const NONCE_ROOM = '__STYLE_NONCE__';
const NONCE_BYTES = 16;

/** Where the page's scripts draw, with what stands there until they do, and what the built page asks for ahead of them. */
const ROOT = /<div id="root">.*?<\/div>/s;
const HEAD_ENDS = '</head>';
const ASKED_AHEAD = /\s*<link\s+rel="preload"\s+as="fetch"[^>]*>/g;

/** Enough for a page that is pressed while somebody waits. */
const PRESSURE = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const press = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** The page with what it shows first in it, and what that was drawn from; nothing of it is asked for once more. */
const withFirst = (text: string, { html, answers, files }: FirstPage): string =>
  text
    .replaceAll(ASKED_AHEAD, '')
    .replace(HEAD_ENDS, () => loadingAhead(files.filter((file) => !text.includes(file))) + HEAD_ENDS)
    .replace(
      ROOT,
      () =>
        `<div id="root" inert>${html}</div><script type="application/json" id="first-answers">${answers}</script>`,
    );

/** A nonce an answer: the style sheets that antd writes carry it, and whatever else gets into the page does not. */
export async function sendPage(
  request: Request,
  response: Response,
  text: string,
  first: FirstPage | undefined,
): Promise<void> {
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  const header = 'content-security-policy';
  response.setHeader(header, withStyleNonce(String(response.getHeader(header)), nonce));
  response.setHeader('cache-control', first ? 'no-store' : 'no-cache');
  response.type('html');
  const page = text.replaceAll(NONCE_ROOM, nonce);
  if (!first) return void response.send(page);
  response.vary('accept-encoding');
  const whole = Buffer.from(withFirst(page, first), 'utf8');
  const way = request.acceptsEncodings('br', 'gzip');
  if (way !== 'br' && way !== 'gzip') return void response.send(whole);
  response.setHeader('content-encoding', way);
  response.send(way === 'br' ? await press.br(whole, PRESSURE) : await press.gzip(whole));
}
