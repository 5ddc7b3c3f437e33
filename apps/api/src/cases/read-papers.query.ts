import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@wuqing/kernel';
import { UnitOfWork, personNames } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { answeredForms } from '../user-tasks/answered-forms.js';
import { earlierPapers } from '../user-tasks/earlier-papers.js';
import { levelsOf } from '../user-tasks/levels-of.js';
import { CaseReader } from '../visibility/case-reader.js';
import { submissionsIn } from '../visibility/case-records.js';
import type { EarlierPaperView } from '../user-tasks/dto/task-aside.view.js';
import type { CasePapersView } from './dto/case-overview.view.js';

/** All forms of a case as they were submitted, each field only to its readers. */
@Injectable()
export class ReadPapersQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly definitions: DefinitionStore,
  ) {}

  async execute(caller: Caller, id: string): Promise<CasePapersView> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, id);
      const submissions = await submissionsIn(work, seen);
      const names = await personNames(work, [...new Set(submissions.map(({ actorId }) => actorId))]);
      const answered = await answeredForms(this.definitions, seen, submissions);
      const items = earlierPapers(answered, levelsOf(caller, seen.resource), names);
      const people = await personNames(work, personsOnRolls(items));
      return { items, people: [...people].map(([id, name]) => ({ id, name })) };
    });
  }
}

/** Who stands on the rolls that this reader sees; a roll holds ids, and whoever reads it its names. */
function personsOnRolls(papers: readonly EarlierPaperView[]): string[] {
  const rolls = papers.flatMap(({ fields }) =>
    fields.filter(({ schema }) => (schema as JsonObject)['x-roll'] === true),
  );
  const persons = rolls.flatMap(({ value }) => (value as Partial<Roll>).persons ?? []);
  return [...new Set(persons.map(({ id }) => id))].filter((id) => UUID.test(id));
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

interface Roll {
  readonly persons: readonly { readonly id: string }[];
}
