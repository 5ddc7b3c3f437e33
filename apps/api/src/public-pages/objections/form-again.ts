import type { Request, Response } from 'express';
import type { Problem } from '../../http/problem.js';
import { writePage } from '../../http/write-page.js';
import { isComplaintKind, typedComplaint } from '../complaints/complaint-form.js';
import { complaintPage } from '../pages/complaint.page.js';
import { objectionPage } from '../pages/objection.page.js';
import { typedIn } from './objection-form.js';
import { sentWords } from './sent-words.js';

type Words = Readonly<Record<string, string>>;
type Said = Readonly<Partial<Record<'form' | 'photos' | 'rest', string>>>;

const OBJECTION = /^\/notices\/([^/]+)\/objection\/?$/i;
const COMPLAINT = /^\/complaints\/([^/]+)\/?$/i;

/** Where a villager sends his form, the page that gives it back; undefined everywhere else. */
function pageAgain(path: string): ((words: Words, said: Said) => string) | undefined {
  const [, noticeId] = OBJECTION.exec(path) ?? [];
  if (noticeId !== undefined)
    return (words, faults) => objectionPage({ noticeId, typed: typedIn(words), faults });
  const [, kind = ''] = COMPLAINT.exec(path) ?? [];
  if (!isComplaintKind(kind)) return undefined;
  return (words, faults) => complaintPage({ kind, typed: typedComplaint(words), faults });
}

/** What somebody can send again as soon as he has waited, or sent less. */
const TO_SEND_AGAIN: readonly number[] = [400, 409, 413, 415, 422, 429, 500, 503];
const PHOTOS_AGAIN = '照片没有保存，如果附了照片，请重新选择。';
const REST_AGAIN = '后面几栏没有传完，请看姓名和电话要不要再填。';

/** A form with what a villager has to say, and maybe photos. */
export const isPublicForm = ({ method, path }: Pick<Request, 'method' | 'path'>): boolean =>
  method === 'POST' && pageAgain(path) !== undefined;

/** Whether what was typed is given back with the refusal. */
export const isToSendAgain = (request: Request, { status }: Problem): boolean =>
  isPublicForm(request) && TO_SEND_AGAIN.includes(status);

/**
 * A form that is refused, whoever refuses it, is answered by the form: what was typed stands in it again, above it what to do. Nothing is
 * looked up for it, so that it comes where the database is away and costs nothing where there is a flood. `written`: as of `writePage`.
 */
export function writeFormAgain(
  request: Request,
  response: Response,
  problem: Problem,
  written?: () => void,
): void {
  const again = pageAgain(request.path);
  void sentWords(request).then((words) => {
    if (response.headersSent || response.destroyed) return;
    response.status(problem.status).set(problem.headers);
    const said = (problem.extensions.errors ?? []).map(({ message }) => message);
    const faults = {
      form: [problem.detail, ...said].join(''),
      photos: PHOTOS_AGAIN,
      ...('phone' in words ? {} : { rest: REST_AGAIN }),
    };
    writePage(response, again?.(words, faults) ?? '', written);
  });
}
