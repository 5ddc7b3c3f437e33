import type { FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { fileTitle, readingOf } from '../../forms/reading.js';
import type { NameOf } from '../../forms/value-text.js';

interface ReadProps {
  readonly form: FormDefinition;
  readonly data: JsonObject;
  readonly nameOf: NameOf;
}

/** A form as it was submitted, for reading: only what is there. */
export const ReadForm = ({ form, data, nameOf }: ReadProps) =>
  readingOf(form, data, nameOf).map(({ title, fields }) => (
    <section className="card sec" key={title}>
      <div className="hd">
        <h2>{title}</h2>
      </div>
      <div className="bd">
        <dl className="kv">
          {fields.map((field) => (
            <div key={field.key} className="pair">
              <dt>{field.title}</dt>
              <dd>
                {field.lines.map((line) => (
                  <div key={line}>{line}</div>
                ))}
                {field.files.map(({ id }, at) => (
                  <a key={id} href={`/api/files/${id}`}>
                    {fileTitle(field, at)}
                  </a>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  ));
