import type { FormDefinition } from '@wuqing/forms';
import type { CaseRow, ProcessDefinitionVersion, SubmissionRow } from '@wuqing/persistence';
import type { DefinitionStore } from '../platform/definition-store.js';
import { ownIdOf } from './door-facts.js';

/** A submission with the form that it answers, and what its step is called. */
export interface AnsweredForm {
  readonly submission: SubmissionRow;
  readonly definition: ProcessDefinitionVersion;
  readonly form: FormDefinition;
  readonly step: string;
}

/** Of a case, or of a step in it: the versions around it, and the one that it goes by now. */
export interface AnsweredIn {
  readonly row: Pick<CaseRow, 'callers' | 'callKey'>;
  readonly definition: ProcessDefinitionVersion;
}

/** What answered a form, in its order; steps that an older version had are named by it. */
export async function answeredForms(
  definitions: DefinitionStore,
  { row: { callers, callKey }, definition: current }: AnsweredIn,
  submissions: readonly SubmissionRow[],
): Promise<AnsweredForm[]> {
  const answered: AnsweredForm[] = [];
  for (const submission of submissions) {
    const { definitionChecksum, formKey, elementId } = submission;
    const definition = await definitions.definitionOf({ definitionChecksum, callers, callKey });
    const form = await definitions.form(definition, formKey);
    const own = ownIdOf(elementId);
    const step = (definition.compiled.nodes[own] ?? current.compiled.nodes[own])?.name ?? form?.title ?? '';
    if (form) answered.push({ submission, definition, form, step });
  }
  return answered;
}
