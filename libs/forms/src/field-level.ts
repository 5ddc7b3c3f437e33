import type { FormDefinition, ReaderLevel } from './form-definition.js';
import { levelOf } from './mask-for.js';
import { fieldsOf, resolveSchema } from './read-schema.js';

/** Who may read a field at the top of the form; N where the form does not name it. */
export function levelOfField({ schema }: Pick<FormDefinition, 'schema'>, key: string): ReaderLevel {
  const root = resolveSchema(schema, schema);
  const fields = fieldsOf(root, schema);
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return field === undefined ? 'N' : levelOf(field, levelOf(root, 'N'));
}
