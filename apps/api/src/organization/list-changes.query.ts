import { Injectable } from '@nestjs/common';
import { UnitOfWork, organizationChanges } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { shownMoment } from '../http/shown-moment.js';
import { PersonNames } from '../platform/person-names.js';
import { changeSentence, namedIn } from './change-sentence.js';
import type { OrganizationChangesView } from './dto/organization.view.js';

const PAGE = 50;

/** What was changed of a unit's people, the latest first. */
@Injectable()
export class ListChangesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly names: PersonNames,
  ) {}

  async execute(
    caller: Caller,
    unitId: string,
    before: string | undefined,
  ): Promise<OrganizationChangesView> {
    caller.requireSight('organization.keep', { unitId });
    const rows = await this.unitOfWork.look(caller.actor, (work) =>
      organizationChanges(work, { unitId, before, limit: PAGE + 1 }),
    );
    const shown = rows.slice(0, PAGE);
    const names = await this.names.of([...new Set(shown.flatMap(namedIn))]);
    return {
      items: shown.map((row) => ({
        id: row.id,
        at: shownMoment(row.at),
        actorName: names.get(row.actorId) ?? '',
        sentence: changeSentence(row, names),
        reason: typeof row.body['reason'] === 'string' ? row.body['reason'] : '',
      })),
      next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    };
  }
}
