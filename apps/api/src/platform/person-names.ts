import { Injectable } from '@nestjs/common';
import { FactsUnitOfWork, personNames, systemActor } from '@wuqing/persistence';

const READER = systemActor('api');

/** Names of persons, for what shows them; the database is asked only where there are any. */
@Injectable()
export class PersonNames {
  constructor(private readonly unitOfWork: FactsUnitOfWork) {}

  async of(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return ids.length === 0 ? new Map() : this.unitOfWork.look(READER, (work) => personNames(work, ids));
  }
}
