import type { FieldSurroundings } from '../../forms/field-props.js';
import type { FormState } from '../../forms/use-form.js';
import { Section } from '../parts/section.js';
import { fieldId } from './go-to-field.js';
import { PhoneField } from './phone-field.js';

interface GroupsProps {
  readonly state: FormState;
  readonly around: FieldSurroundings;
}

/** A section for each group of the form, one field below the other. */
export const PhoneGroups = ({ state, around }: GroupsProps) =>
  state.groups.map((group) => (
    <Section key={group.title} title={group.title} said={group.help}>
      <div className="col g3">
        {group.fields.map((field) => (
          <PhoneField
            key={field.key}
            id={fieldId(field.key)}
            field={field}
            isHeaded={field.title === group.title}
            value={state.data[field.key]}
            problem={state.sentenceOf(field.key)}
            around={around}
            onChange={(value) => state.set(field.key, value)}
          />
        ))}
      </div>
    </Section>
  ));
