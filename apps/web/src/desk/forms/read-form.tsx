import type { FieldRight, FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { groupsOf } from '../../forms/form-model.js';
import { shownValue, type NameOf } from '../../forms/value-text.js';

const NO_RIGHTS: Readonly<Record<string, FieldRight>> = {};

interface ReadProps {
  readonly form: FormDefinition;
  readonly data: JsonObject;
  readonly nameOf: NameOf;
}

/** A form as it was submitted, for reading and for print: only what is there. */
export const ReadForm = ({ form, data, nameOf }: ReadProps) =>
  groupsOf({ form, rights: NO_RIGHTS }, data)
    .map((group) => ({ ...group, fields: group.fields.filter(({ key }) => data[key] !== undefined) }))
    .filter(({ fields }) => fields.length > 0)
    .map(({ title, fields }) => (
      <section className="card sec" key={title}>
        <div className="hd">
          <h2>{title}</h2>
        </div>
        <div className="bd">
          <dl className="kv">
            {fields.map(({ key, title: label, schema, root }) => {
              const { lines, files } = shownValue(data[key] ?? null, schema, root, nameOf);
              return (
                <div key={key} className="pair">
                  <dt>{label}</dt>
                  <dd>
                    {lines.map((line) => (
                      <div key={line}>{line}</div>
                    ))}
                    {files.map(({ id }, at) => (
                      <a key={id} href={`/api/files/${id}`}>
                        {files.length === 1 ? label : `${label} ${at + 1}`}
                      </a>
                    ))}
                  </dd>
                </div>
              );
            })}
          </dl>
        </div>
      </section>
    ));
