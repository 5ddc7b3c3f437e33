import { Injectable } from '@nestjs/common';
import type { PrefillFacts } from '@wuqing/forms';
import type { Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { CaseReader, type SeenCase } from '../visibility/case-reader.js';
import { submissionsIn } from '../visibility/case-records.js';
import { answeredForms } from './answered-forms.js';
import { earlierAnswers } from './earlier-papers.js';
import { levelsOf } from './levels-of.js';
import type { SeenTask } from './task-reader.js';

type Answers = PrefillFacts['earlier'];

/** So many of the unit's cases are looked into for what was answered last. */
const CASES_MAX = 3;

/** What a unit answered in its other cases of the same process: where it met, what it paid from. */
@Injectable()
export class LastAnswers {
  constructor(
    private readonly cases: CaseReader,
    private readonly definitions: DefinitionStore,
  ) {}

  /** Answers to `forms`, as far as `caller` may know of the cases and see in them, the latest last. */
  async of(work: Work, caller: Caller, { row }: SeenTask, forms: readonly string[]): Promise<Answers> {
    if (forms.length === 0) return [];
    const found: Answers[number][] = [];
    for await (const seen of this.cases.latest(work, caller, row, CASES_MAX)) {
      found.unshift(...(await this.inCase(work, caller, seen)));
      if (forms.every((key) => found.some(({ form }) => form === key))) break;
    }
    return found;
  }

  private async inCase(work: Work, caller: Caller, seen: SeenCase): Promise<Answers> {
    const answered = await answeredForms(this.definitions, seen, await submissionsIn(work, seen));
    return earlierAnswers(answered, levelsOf(caller, seen.resource));
  }
}
