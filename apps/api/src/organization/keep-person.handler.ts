import { Injectable } from '@nestjs/common';
import { correctPerson, insertPerson, personsByIds } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { conflict, invalid } from '../http/problem.js';
import { Clock } from '../platform/clock.js';
import type { KeepPersonDto } from './dto/organization.dto.js';
import { KeptChanges } from './kept-changes.js';

/** Somebody of the township is written down, or what is written of him is corrected. The same again changes nothing. */
@Injectable()
export class KeepPersonHandler {
  constructor(
    private readonly changes: KeptChanges,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller, id: string, { reason, ...said }: KeepPersonDto): Promise<void> {
    if ((await this.units.find(said.unitId)) === undefined)
      throw invalid([{ path: '/unitId', message: '没有这个单位，请重新选择。' }]);
    if (said.birthDate > this.clock.today())
      throw invalid([{ path: '/birthDate', message: '出生日期不能在今天之后。' }]);
    const { unitId } = said;
    await this.changes.make(caller, { unitId, reason }, async (work) => {
      if (await insertPerson(work, { id, ...said })) return { personId: id, kind: 'person-added', body: {} };
      const [known] = await personsByIds(work, [id]);
      if (known?.unitId !== unitId)
        throw conflict('此人已登记在别的单位，所在单位不能在这里改，请核对后重试。');
      if (known.name === said.name && known.gender === said.gender && known.birthDate === said.birthDate)
        return null;
      await correctPerson(work, { id, ...said });
      return { personId: id, kind: 'person-corrected', body: {} };
    });
  }
}
