import { readsOfElement } from '@wuqing/bpmn-definition';
import type { ProcessInstanceState } from '@wuqing/bpmn-engine';
import type { ExecutableProcess } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';
import type { FormVersion, IncidentRow } from '@wuqing/persistence';
import type { VariableChoiceView } from '../dto/operation-choices.view.js';

export interface VariableFacts {
  readonly process: ExecutableProcess;
  readonly state: ProcessInstanceState;
  /** Names that any expression of the process or of its callers reads: no other may be set. */
  readonly reads: readonly string[];
  readonly forms: readonly Pick<FormVersion, 'schema'>[];
  readonly incidents: readonly Pick<IncidentRow, 'elementId'>[];
}

/** Variables that an operator may set, those first that a stuck step reads; of a value only whether there is one. */
export function variableChoices({
  process,
  state,
  reads,
  forms,
  incidents,
}: VariableFacts): VariableChoiceView[] {
  const stuck = [...new Set(incidents.map(({ elementId }) => elementId))];
  const readBy = new Map(stuck.map((elementId) => [elementId, readsOfElement(process, elementId)]));
  const choices = reads.map((name) => ({
    name,
    ...fieldOf(forms, name),
    isSet: isSet(state, name),
    readBy: stuck.filter((elementId) => readBy.get(elementId)!.includes(name)),
  }));
  return choices.sort((a, b) => b.readBy.length - a.readBy.length);
}

/** In a scope of the case's own process. Null is what FEEL makes of an absent name, so it counts as none. */
const isSet = ({ variables, instances }: ProcessInstanceState, name: string): boolean =>
  Object.entries(variables).some(
    ([key, scope]) =>
      !instances[key]?.elementId.includes('/') && Object.hasOwn(scope, name) && scope[name] !== null,
  );

/** As the first form has it that asks for it; a variable that no form asks for is called by its name. */
export function fieldOf(
  forms: VariableFacts['forms'],
  name: string,
): Pick<VariableChoiceView, 'title' | 'schema'> {
  const properties = forms.map(({ schema }) => (schema['properties'] ?? {}) as JsonObject);
  const schema = properties.find((one) => Object.hasOwn(one, name))?.[name] as JsonObject | undefined;
  const title = schema?.['title'];
  return { title: typeof title === 'string' ? title : name, schema: schema ?? null };
}
