import { Select } from 'antd';
import { useState } from 'react';
import type { VariableChoiceView } from '../../../client/api.js';
import { dataOf, type Answers } from '../../../forms/fields.js';
import { FormView } from '../../../forms/form-view.js';
import { Labelled } from '../../../kit/labelled.js';
import { kinds, variableFields, type Kind } from './variable-form.js';
import { asks } from '../../../words/operation.words.js';

interface VariableFieldsProps {
  readonly choices: readonly VariableChoiceView[];
  /** The step for which they are mended: what it reads is asked for at once. */
  readonly elementId: string;
  readonly onChange: (variables: Record<string, unknown>) => void;
}

/** Variables that the stuck step reads, and any other that the process reads where it is asked for. */
export function VariableFields({ choices, elementId, onChange }: VariableFieldsProps) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const [kindOf, setKindOf] = useState<Readonly<Record<string, Kind>>>({});
  const [answers, setAnswers] = useState<Answers>({});
  const isShown = ({ name, readBy }: VariableChoiceView) =>
    readBy.includes(elementId) || added.includes(name);
  const shown = choices.filter(isShown);
  const fields = variableFields(shown, kindOf);
  const answer = (key: string, value: string | readonly string[]) => {
    const next = { ...answers, [key]: value };
    setAnswers(next);
    onChange(dataOf(fields, next));
  };
  const say = (name: string, kind: Kind) => {
    const next = { ...kindOf, [name]: kind };
    setKindOf(next);
    setAnswers({ ...answers, [name]: '' });
    onChange(dataOf(variableFields(shown, next), { ...answers, [name]: '' }));
  };
  return (
    <>
      {fields.map((field) => (
        <div className="variable" key={field.key}>
          <FormView fields={[field]} answers={answers} problems={{}} onChange={answer} />
          {shown.find(({ name }) => name === field.key)?.schema === null && (
            <KindChoice
              title={field.schema.title!}
              kind={kindOf[field.key]}
              onChange={(kind) => say(field.key, kind)}
            />
          )}
        </div>
      ))}
      <OtherVariable
        choices={choices.filter((choice) => !isShown(choice))}
        onAdd={(name) => setAdded([...added, name])}
      />
    </>
  );
}

interface KindChoiceProps {
  readonly title: string;
  readonly kind: Kind | undefined;
  readonly onChange: (kind: Kind) => void;
}

function KindChoice({ title, kind = 'string', onChange }: KindChoiceProps) {
  return (
    <Labelled title={asks.kindOf(title)}>
      <Select
        value={kind}
        options={Object.entries(kinds).map(([value, label]) => ({ value: value as Kind, label }))}
        onChange={onChange}
      />
    </Labelled>
  );
}

interface OtherVariableProps {
  readonly choices: readonly VariableChoiceView[];
  readonly onAdd: (name: string) => void;
}

function OtherVariable({ choices, onAdd }: OtherVariableProps) {
  if (choices.length === 0) return null;
  return (
    <Labelled title={asks.otherVariable}>
      <Select
        value={null}
        placeholder={asks.noVariable}
        options={choices.map(({ name, title }) => ({ value: name, label: title }))}
        onChange={(name: string | null) => name !== null && onAdd(name)}
      />
    </Labelled>
  );
}
