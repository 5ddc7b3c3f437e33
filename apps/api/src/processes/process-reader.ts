import { Injectable } from '@nestjs/common';
import { can } from '@wuqing/access';
import { exerciseKeys } from '@wuqing/process-library';
import type { ProcessDefinitionVersion } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { UnitDirectory } from '../access/unit-directory.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { firstUserTaskShown, fixedTitleOf, levelOf, startersOf } from '../platform/process-facts.js';
import type { ProcessView } from './dto/process.view.js';

/** A procedure as one caller sees it: where they may start it, and the form that comes first. */
@Injectable()
export class ProcessReader {
  constructor(
    private readonly units: UnitDirectory,
    private readonly definitions: DefinitionStore,
  ) {}

  async view(caller: Caller, definition: ProcessDefinitionVersion): Promise<ProcessView> {
    const { key, name, version, compiled } = definition;
    const first = firstUserTaskShown(compiled);
    const form = await this.definitions.form(definition, first?.formKey ?? null);
    return {
      key,
      name,
      version,
      isExercise: exerciseKeys.includes(key),
      fixedTitle: fixedTitleOf(compiled) ?? null,
      units: await this.unitsToStartIn(caller, definition),
      firstForm: form ? { key: form.key, title: form.title, schema: form.schema, ui: form.ui } : null,
    };
  }

  private async unitsToStartIn(caller: Caller, { compiled }: ProcessDefinitionVersion) {
    const tree = await this.units.tree();
    const villages = (await this.units.villages()).filter((unit) => caller.access.reach.includes(unit.id));
    const startable = villages.filter(({ id }) => {
      const resource = { unitId: id, level: levelOf(compiled), holders: startersOf(compiled, id, tree) };
      return can(caller.access, 'case.start', resource).allowed;
    });
    return startable.map(({ id, name }) => ({ id, name }));
  }
}
