import { Catch, Inject } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Problem } from '../../http/problem.js';
import { writePage } from '../../http/write-problem.js';
import { API_SETTINGS, type ApiSettings } from '../../settings.js';
import { PageProblemFilter } from '../page-problem.filter.js';
import { objectionPage } from '../pages/objection.page.js';
import { typedIn } from './objection-form.js';
import { sentWords } from './sent-words.js';

/** What somebody can send again as soon as he has waited, or sent less. */
const TO_SEND_AGAIN: readonly number[] = [400, 409, 413, 415, 422, 429, 500, 503];
const PHOTOS_AGAIN = '照片没有保存，如果附了照片，请重新选择。';

/**
 * A form that is refused, whoever refuses it, is answered by the form: what was typed stands in it again, above it what to do. Nothing is
 * looked up for it, so that it comes where the database is away and costs nothing where there is a flood.
 */
@Catch()
export class ObjectionProblemFilter extends PageProblemFilter {
  constructor(@Inject(API_SETTINGS) settings: Pick<ApiSettings, 'evenStepMs'>) {
    super(settings);
  }

  protected override write(request: Request, response: Response, problem: Problem): void {
    if (request.method !== 'POST' || !TO_SEND_AGAIN.includes(problem.status))
      return super.write(request, response, problem);
    void sentWords(request).then((words) => {
      if (response.headersSent || response.destroyed) return;
      const typed = typedIn(words);
      const said = (problem.extensions.errors ?? []).map(({ message }) => message);
      const faults = { form: [problem.detail, ...said].join(''), photos: PHOTOS_AGAIN };
      writePage(response, objectionPage({ noticeId: String(request.params['id']), typed, faults }));
    });
  }
}
