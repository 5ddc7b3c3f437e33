import { rollVariables } from '@wuqing/deliberation';
import type { KnownVariables } from '@wuqing/bpmn-definition';

/** Variables that the start of a case writes: see `StartCaseHandler` of the API. */
const startVariables: readonly string[] = ['caseId', 'unitId', 'roll'];

/** A form as it is stored with its process: its key and its JSON Schema. */
export interface PublishedForm {
  readonly key: string;
  readonly schema: object;
}

/** What a process may read: the variables of every case, and the fields of the forms that are published with it. */
export const knownVariablesOf = (forms: readonly PublishedForm[]): KnownVariables => ({
  atStart: startVariables,
  formFields: Object.fromEntries(forms.map(({ key, schema }) => [key, fieldsOf(schema)])),
});

/** A roll gives the process what is counted from it. */
const fieldsOf = (schema: object): string[] =>
  'properties' in schema && typeof schema.properties === 'object' && schema.properties !== null
    ? Object.entries(schema.properties).flatMap(([name, field]) =>
        isRoll(field) ? [name, ...rollVariables] : [name],
      )
    : [];

const isRoll = (field: unknown): boolean =>
  typeof field === 'object' && field !== null && 'x-roll' in field && field['x-roll'] === true;
