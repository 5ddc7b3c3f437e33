import { Injectable } from '@nestjs/common';
import { declareRelation, forgetRelation, personsByIds, relationBetween } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { invalid } from '../http/problem.js';
import type { DeclareKinDto } from './dto/organization.dto.js';
import { KeptChanges, keptPerson, requireOther } from './kept-changes.js';

/** Who is kin to whom is declared, corrected or withdrawn; steps, votes and ladders ask it from then on. */
@Injectable()
export class DeclareKinHandler {
  constructor(private readonly changes: KeptChanges) {}

  async execute(
    caller: Caller,
    { personId, otherId }: { readonly personId: string; readonly otherId: string },
    { relation, reason }: DeclareKinDto,
  ): Promise<void> {
    if (personId === otherId)
      throw invalid([{ path: '/otherId', message: '不能与本人有亲属关系，请另选一人。' }]);
    requireOther(caller, personId, otherId);
    const person = await this.changes.known(
      caller,
      async (work) => (await personsByIds(work, [personId]))[0],
    );
    await this.changes.make(caller, { unitId: person.unitId, reason }, async (work) => {
      const other = await keptPerson(work, caller, { id: otherId, path: '/otherId' });
      const known = (await relationBetween(work, personId, otherId)) ?? 'none';
      if (known === relation) return null;
      await forgetRelation(work, personId, otherId);
      if (relation !== 'none') await declareRelation(work, { personA: personId, personB: otherId, relation });
      return { personId, kind: 'kin-declared', body: { otherId: other.id, relation, before: known } };
    });
  }
}
