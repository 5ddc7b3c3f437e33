import type { FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { groupsOf } from '../../forms/form-model.js';
import { shownValue } from '../../forms/value-text.js';
import { Section } from '../parts/section.js';

interface ReadProps {
  readonly form: FormDefinition;
  readonly data: JsonObject;
}

/** A form as it was submitted: only what is there. */
export const ReadPhoneForm = ({ form, data }: ReadProps) =>
  groupsOf({ form, rights: {} }, data)
    .map((group) => ({ ...group, fields: group.fields.filter(({ key }) => data[key] !== undefined) }))
    .filter(({ fields }) => fields.length > 0)
    .map(({ title, fields }) => (
      <Section title={title} key={title}>
        <dl>
          {fields.map(({ key, title: label, schema, root }) => {
            const { lines, files } = shownValue(data[key] ?? null, schema, root, (id) => id);
            return (
              <div key={key} className="mt1">
                <dt className="t2">{label}</dt>
                <dd>
                  {lines.map((line) => (
                    <div key={line}>{line}</div>
                  ))}
                  {files.map(({ id }, at) => (
                    <a key={id} className="btn link" href={`/api/files/${id}`}>
                      {files.length === 1 ? label : `${label} ${at + 1}`}
                    </a>
                  ))}
                </dd>
              </div>
            );
          })}
        </dl>
      </Section>
    ));
