import { Injectable } from '@nestjs/common';
import { isMembership, isPositionKey, titleOf } from '@wuqing/organization';
import { UnitOfWork, type PersonStanding } from '@wuqing/persistence';
import { initialsOf } from '@wuqing/search-words';
import type { Caller } from '../access/caller.js';
import { foundIn } from '../user-tasks/choices/list-choices.query.js';
import type { ChoiceListView, ChoiceView } from '../user-tasks/choices/dto/choices.view.js';
import { CaseReader } from '../visibility/case-reader.js';
import { CopyReaders } from './copy-readers.js';

/** To whom a copy of a case may go, by name. */
@Injectable()
export class ListCopyReceiversQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly readers: CopyReaders,
  ) {}

  execute(caller: Caller, caseId: string, search: string): Promise<ChoiceListView> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, caseId);
      return foundIn((await this.readers.of(work, caller, seen)).map(choiceOf), search);
    });
  }
}

/** Standings in the party are no titles that people go by. */
function choiceOf({ personId, personName, unitName, positions }: PersonStanding): ChoiceView {
  const titles = positions
    .filter((position) => position.personId === personId)
    .flatMap(({ key }) => (isPositionKey(key) && !isMembership(key) ? [titleOf(key)] : []));
  return {
    id: personId,
    name: personName,
    initials: initialsOf(personName),
    note: [unitName, [...new Set(titles)].join('、')].filter((part) => part !== '').join('，'),
  };
}
