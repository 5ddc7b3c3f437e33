import type { Answers, Field } from './fields.js';
import { words } from '../words/words.js';

interface FormViewProps {
  readonly fields: readonly Field[];
  readonly answers: Answers;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (key: string, value: string | readonly string[]) => void;
}

/** A JSON Schema form, in the form's own order, one field under the other. */
export function FormView({ fields, answers, problems, onChange }: FormViewProps) {
  return (
    <>
      {fields.map((field) => (
        <FieldView
          key={field.key}
          field={field}
          answer={answers[field.key]}
          problem={problems[field.key]}
          onChange={(value) => onChange(field.key, value)}
        />
      ))}
    </>
  );
}

interface FieldViewProps {
  readonly field: Field;
  readonly answer: string | readonly string[] | undefined;
  readonly problem: string | undefined;
  readonly onChange: (value: string | readonly string[]) => void;
}

function FieldView(props: FieldViewProps) {
  const { field, problem } = props;
  const grouped = field.kind === 'choices' || field.kind === 'yes-no';
  const Frame = grouped ? 'fieldset' : 'div';
  const Title = grouped ? 'legend' : 'label';
  return (
    <Frame className="fld">
      <Title className="lab" {...(grouped ? {} : { htmlFor: field.key })}>
        {field.schema.title ?? field.key}
        {field.required && <span className="req">{words.required}</span>}
      </Title>
      <Input {...props} />
      {field.schema.description && <p className="msg">{field.schema.description}</p>}
      {problem && (
        <p className="msg err" id={`${field.key}-problem`}>
          {problem}
        </p>
      )}
    </Frame>
  );
}

function Input({ field, answer, problem, onChange }: FieldViewProps) {
  const { key, kind, schema } = field;
  const text = typeof answer === 'string' ? answer : '';
  const common = {
    id: key,
    name: key,
    value: text,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${key}-problem` : undefined,
  };
  switch (kind) {
    case 'yes-no':
      return <YesNo name={key} answer={text} onChange={onChange} />;
    case 'choices':
      return (
        <Choices
          name={key}
          schema={schema}
          answer={typeof answer === 'object' ? answer : []}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <select className="inp" {...common}>
          <option value="">{words.choose}</option>
          {schema.enum?.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      );
    case 'long-text':
      return <textarea className="ta" {...common} maxLength={schema.maxLength} />;
    case 'list':
      return (
        <textarea
          className="ta"
          {...common}
          placeholder={schema['x-attachment'] ? words.fileHint : words.peopleHint}
        />
      );
    case 'date':
      return <input className="inp" {...common} type="date" />;
    case 'number':
      return <input className="inp" {...common} inputMode="numeric" />;
    case 'money':
      return <input className="inp" {...common} inputMode="decimal" placeholder="元" />;
    default:
      return <input className="inp" {...common} maxLength={schema.maxLength} />;
  }
}

interface ChoiceProps<T> {
  readonly name: string;
  readonly answer: T;
  readonly onChange: (value: T) => void;
}

function YesNo({ name, answer, onChange }: ChoiceProps<string>) {
  return (
    <>
      {[['true', words.yes] as const, ['false', words.no] as const].map(([value, label]) => (
        <label className="row" key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={answer === value}
            onChange={() => onChange(value)}
          />
          {label}
        </label>
      ))}
    </>
  );
}

function Choices({
  name,
  schema,
  answer,
  onChange,
}: ChoiceProps<readonly string[]> & { readonly schema: Field['schema'] }) {
  const toggle = (option: string) =>
    answer.includes(option) ? answer.filter((one) => one !== option) : [...answer, option];
  return (
    <>
      {schema.items?.enum?.map((option) => (
        <label className="row" key={option}>
          <input
            type="checkbox"
            name={name}
            value={option}
            checked={answer.includes(option)}
            onChange={() => onChange(toggle(option))}
          />
          {schema.items?.['x-person'] ? null : option} {schema.items?.['x-labels']?.[option]}
        </label>
      ))}
    </>
  );
}
