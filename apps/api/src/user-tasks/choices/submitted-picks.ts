import { Injectable } from '@nestjs/common';
import { picksIn, type FormDefinition, type PickField } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import type { Statements } from '@wuqing/persistence';
import { invalid, type FieldProblem } from '../../http/problem.js';
import { Clock } from '../../platform/clock.js';
import { caseDayOf, unnamedIn } from '../door-facts.js';
import type { SeenTask } from '../task-reader.js';
import { Choosable } from './choosable.js';
import type { ChoiceView } from './dto/choices.view.js';

/** The people and villages that a submission names: each must be one whom its field offers today, under his own name. */
@Injectable()
export class SubmittedPicks {
  constructor(
    private readonly choosable: Choosable,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws a 422 that names each place. Who is not there, who is no longer, and who stands elsewhere are one answer: it says
   * nothing of whether anybody has that id.
   */
  async require(
    work: Statements,
    seen: SeenTask,
    form: FormDefinition | null,
    submission: JsonObject,
  ): Promise<void> {
    const picks = form ? picksIn(form, submission) : [];
    if (picks.length === 0) return;
    const problems: FieldProblem[] = [];
    for (const field of new Set(picks.map((one) => one.field)))
      problems.push(...(await this.faultsOf(work, seen, field, picks)));
    if (problems.length > 0) throw invalid(problems);
  }

  private async faultsOf(
    work: Statements,
    seen: SeenTask,
    field: PickField,
    picks: ReturnType<typeof picksIn>,
  ): Promise<FieldProblem[]> {
    const own = picks.filter((one) => one.field === field);
    const ids = own.map(({ picked }) => picked.id.toLowerCase());
    const choosing = {
      field,
      unitId: seen.row.unitId,
      on: caseDayOf(seen, this.clock.now()),
      barredPersonIds: unnamedIn(seen, field.key),
    };
    const known = await this.choosable.among(work, choosing, ids);
    return own.flatMap(({ path, picked }, at) => {
      const fault =
        ids.indexOf(ids[at]!) === at ? faultOf(field, picked, known) : `请删去${field.title}中重复的项。`;
      return fault === undefined ? [] : [{ path, message: fault }];
    });
  }
}

function faultOf(
  { title, of }: PickField,
  { id, name }: { readonly id: string; readonly name: string },
  known: readonly ChoiceView[],
): string | undefined {
  // Letter for letter: whoever must recuse himself is looked for by this id.
  const found = known.find((one) => one.id === id);
  const what = of === 'person' ? '人' : '村';
  if (!found) return `请重新选择${title}，所选的${what}不在本栏可选的范围内。`;
  return found.name === name ? undefined : `请重新选择${title}，所选${what}的名称与名册不一致。`;
}
