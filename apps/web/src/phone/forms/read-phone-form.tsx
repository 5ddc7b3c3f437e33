import type { FormDefinition } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { fileTitle, readingOf } from '../../forms/reading.js';
import { Section } from '../parts/section.js';

interface ReadProps {
  readonly form: FormDefinition;
  readonly data: JsonObject;
}

/** A form as it was submitted: only what is there. */
export const ReadPhoneForm = ({ form, data }: ReadProps) =>
  readingOf(form, data, (id) => id).map(({ title, fields }) => (
    <Section title={title} key={title}>
      <dl>
        {fields.map((field) => (
          <div key={field.key} className="mt1">
            <dt className="t2">{field.title}</dt>
            <dd>
              {field.lines.map((line) => (
                <div key={line}>{line}</div>
              ))}
              {field.files.map(({ id }, at) => (
                <a key={id} className="btn link" href={`/api/files/${id}`}>
                  {fileTitle(field, at)}
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  ));
