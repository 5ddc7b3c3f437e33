import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Logger } from '@nestjs/common';
import type { Request, RequestHandler } from 'express';
import { tokenHashFrom } from '../session/session-token.js';
import { askInside } from './ask-inside.js';
import { filesOfPart, manifestIn } from './files-of-part.js';

/** What the web's build leaves for us, as `apps/web/src/phone/first-page/draw-page.tsx` has it. */
interface DrawsPages {
  questionsOf(address: string): Readonly<Record<string, string>> | null;
  /** Of the build's manifest, where a page is a part of its own. */
  partOf(address: string): string | null;
  drawPage(address: string, answers: object, device: Device): Promise<string>;
}

/** What the device tells of itself with every page. */
interface Device {
  readonly isLarge: boolean;
}

/** A page with what it shows first, to be put into the built one. */
export interface FirstPage {
  readonly html: string;
  /** JSON that is safe inside of a script element. */
  readonly answers: string;
  /** Addresses of the scripts that it needs beside those of every page. */
  readonly files: readonly string[];
}

/** Where the build leaves it: a folder that no address leads to. */
const DRAWING = join('.server', 'draw-page.js');
/** Set by the phone: `apps/web/src/phone/shell/large-text.ts`. */
const LARGE = /(^|;\s*)wuqing-large-text=on(;|$)/;

/** Whoever waits longer is better served by the page without, which asks for itself. */
const PATIENCE_MS = 1_500;

/** Nothing in it ends the element that it stands in. */
const inElement = (json: string): string => json.replaceAll('<', '\\u003c');

/** JSON of all answers by their names; undefined where one was refused. */
async function answersTo(
  questions: Readonly<Record<string, string>>,
  ask: (path: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const entries = await Promise.all(
    Object.entries(questions).map(async ([name, path]) => {
      const text = await ask(path);
      return text === undefined ? undefined : `${JSON.stringify(name)}:${text}`;
    }),
  );
  return entries.includes(undefined) ? undefined : `{${entries.join()}}`;
}

/**
 * Draws a page of the phone with the answers of our own API to whoever asks for it: on a bad line it is read seconds before its
 * scripts are there. Undefined where it is not drawn: nobody is signed in, something was refused, or the web was built without.
 */
export function firstPages(folder: string, app: RequestHandler) {
  const file = join(folder, DRAWING);
  const isThere = existsSync(file);
  const manifest = manifestIn(folder);

  async function drawn(request: Request): Promise<FirstPage | undefined> {
    if (!isThere || tokenHashFrom(request.headers.cookie, request.secure) === undefined) return undefined;
    const { questionsOf, partOf, drawPage } = (await import(pathToFileURL(file).href)) as DrawsPages;
    const address = request.originalUrl;
    const questions = questionsOf(address);
    const answers = questions && (await answersTo(questions, (path) => askInside(app, request, path)));
    if (!answers) return undefined;
    const device = { isLarge: LARGE.test(request.headers.cookie ?? '') };
    const html = await drawPage(address, JSON.parse(answers) as object, device);
    const part = partOf(address);
    const files = part === null ? [] : filesOfPart(manifest, part);
    return { html, answers: inElement(answers), files };
  }

  return async (request: Request): Promise<FirstPage | undefined> => {
    const enough = new AbortController();
    try {
      return await Promise.race([
        drawn(request),
        rest(PATIENCE_MS, undefined, { signal: enough.signal, ref: false }),
      ]);
    } catch (error) {
      noteFailure(error);
      return undefined;
    } finally {
      enough.abort();
    }
  };
}

/** The page comes without; where it broke is told, and never what it showed. */
function noteFailure(error: unknown): void {
  const places = error instanceof Error ? (error.stack ?? '').split('\n    at ').slice(1, 4) : [];
  new Logger('first-pages').error(`A page could not be drawn: ${places.join(' < ')}`);
}
