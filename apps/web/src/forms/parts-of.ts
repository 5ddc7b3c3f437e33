import { fieldsOf, kindOf, requiredNow } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import type { ShownField } from './form-model.js';

/** The fields of an object inside of a form, with what they require as `data` stands. */
export function partsOf(schema: JsonObject, root: JsonObject, data: JsonObject): ShownField[] {
  const required = requiredNow({ schema: { ...schema, $defs: root['$defs'] ?? {} } }, data);
  return Object.entries(fieldsOf(schema, root)).flatMap(([key, part]) => {
    const kind = kindOf(part, root);
    return kind === null
      ? []
      : [
          {
            key,
            kind,
            schema: part,
            root,
            title: String(part['title'] ?? key),
            right: 'edit' as const,
            isRequired: required.has(key),
          },
        ];
  });
}
