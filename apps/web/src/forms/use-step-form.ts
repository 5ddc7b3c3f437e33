import type { FieldRight, FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { useCallback, useMemo, useState } from 'react';
import type { UserTaskDetailView } from '../client/api.js';
import { NO_FORM, rollKeyOf, rollProblemsOf } from './beginning-of.js';
import { choicesOfTask } from './choices.js';
import type { StepForm } from './form-model.js';
import type { MeetingRoll } from './roll-state.js';

/**
 * What an open step asks for: its form (`asked` null: nothing), the roll of its meeting, which may become another day's, and
 * whom it may name.
 */
export function useStepForm(task: UserTaskDetailView, asked: FormDefinition | null) {
  const form = asked ?? NO_FORM;
  const step: StepForm = useMemo(
    () => ({ form, rights: task.rights as Readonly<Record<string, FieldRight>> }),
    [form, task.rights],
  );
  const rollKey = rollKeyOf(form);
  const [roll, setRoll] = useState(task.roll as MeetingRoll | null);
  /** What keeps the roll in an answer from being whole. */
  const more = useCallback((data: JsonObject) => rollProblemsOf(data, rollKey, roll), [roll, rollKey]);
  const choices = useMemo(() => choicesOfTask(task.id), [task.id]);
  return { step, roll, setRoll, more, choices };
}

export type StepOfForm = ReturnType<typeof useStepForm>;
