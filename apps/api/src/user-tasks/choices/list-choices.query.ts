import { Injectable } from '@nestjs/common';
import { pickFieldsOf, rightsAt, type FormDefinition, type PickField } from '@wuqing/forms';
import { UnitOfWork } from '@wuqing/persistence';
import { findsName } from '@wuqing/search-words';
import type { Caller } from '../../access/caller.js';
import { invalid } from '../../http/problem.js';
import { Clock } from '../../platform/clock.js';
import { DefinitionStore } from '../../platform/definition-store.js';
import { caseDayOf, ownIdOf, unnamedIn } from '../door-facts.js';
import { TaskReader } from '../task-reader.js';
import { Choosable } from './choosable.js';
import type { ChoicesDto } from './dto/choices.dto.js';
import type { ChoiceListView, ChoiceView } from './dto/choices.view.js';

const SHOWN_MAX = 50;

/** Whom a field of an open step may name, for whoever fills it in, and for nobody else. */
@Injectable()
export class ListChoicesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: TaskReader,
    private readonly definitions: DefinitionStore,
    private readonly choosable: Choosable,
    private readonly clock: Clock,
  ) {}

  execute(caller: Caller, id: string, { field: key, search = '' }: ChoicesDto): Promise<ChoiceListView> {
    return this.unitOfWork.look(caller.actor, async (work) => {
      const seen = await this.tasks.requireFree(work, caller, id, 'user-task.complete');
      const { row, definition } = seen;
      const form = await this.definitions.form(definition, row.formKey);
      const field = writableField(form, ownIdOf(row.elementId), key);
      const on = caseDayOf(seen, this.clock.now());
      const choosing = { field, unitId: row.unitId, on, barredPersonIds: unnamedIn(seen, key) };
      return foundIn(await this.choosable.among(work, choosing, null), search);
    });
  }
}

/** What the step does not let one write chooses nobody. */
function writableField(form: FormDefinition | undefined, step: string, key: string): PickField {
  const right = form && rightsAt(form, step).get(key);
  const field = form && pickFieldsOf(form).find((one) => one.key === key);
  if (field && right !== 'read' && right !== 'hide') return field;
  throw invalid([{ path: '/field', message: '本步骤的表单没有这个选人或选村的栏，请刷新页面。' }]);
}

/** The first that a search finds, and whether there are more. */
export function foundIn(choices: readonly ChoiceView[], search: string): ChoiceListView {
  const found = choices.filter((one) => findsName(one, search));
  return { items: found.slice(0, SHOWN_MAX), more: found.length > SHOWN_MAX };
}
