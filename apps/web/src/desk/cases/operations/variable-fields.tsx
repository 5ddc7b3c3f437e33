import type { Json, JsonObject } from '@wuqing/kernel';
import { Select } from 'antd';
import { useState } from 'react';
import type { VariableChoiceView } from '../../../client/api.js';
import { NO_CHOICES } from '../../../forms/choices.js';
import type { FieldSurroundings } from '../../../forms/field-props.js';
import { withValue } from '../../../forms/form-model.js';
import { Labelled } from '../../../kit/labelled.js';
import { asks } from '../../../words/operation.words.js';
import { labelled } from '../../forms/labelled-field.js';
import { kinds, variableFields, type Kind } from './variable-form.js';
import { variableKit } from './variable-kit.js';

interface VariableFieldsProps {
  readonly choices: readonly VariableChoiceView[];
  /** The step for which they are mended: what it reads is asked for at once. */
  readonly elementId: string;
  readonly onChange: (variables: JsonObject) => void;
}

const VariableField = labelled(variableKit);

/** Variables have no meeting, no phrases and no files of their own. */
const ALONE: FieldSurroundings = {
  roll: null,
  phrases: [],
  choices: NO_CHOICES,
  field: VariableField,
  dropFile: () => undefined,
  sendFile: () => Promise.reject(new Error('Expected no field of files among variables')),
};

/** Variables that the stuck step reads, and any other that the process reads where it is asked for. */
export function VariableFields({ choices, elementId, onChange }: VariableFieldsProps) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const [kindsOf, setKindsOf] = useState<Readonly<Record<string, Kind>>>({});
  const [values, setValues] = useState<JsonObject>({});
  const isShown = ({ name, readBy }: VariableChoiceView) =>
    readBy.includes(elementId) || added.includes(name);
  const shown = choices.filter(isShown);
  const give = (name: string, value: Json | undefined) => {
    const next = withValue(values, name, value);
    setValues(next);
    onChange(next);
  };
  const say = (name: string, kind: Kind) => {
    setKindsOf({ ...kindsOf, [name]: kind });
    give(name, undefined);
  };
  return (
    <>
      {variableFields(shown, kindsOf).map((field) => (
        <div key={field.key}>
          <VariableField
            id={`variable-${field.key}`}
            field={field}
            value={values[field.key]}
            problem={undefined}
            around={ALONE}
            onChange={(value) => give(field.key, value)}
          />
          {shown.find(({ name }) => name === field.key)?.schema === null && (
            <KindChoice
              title={field.title}
              kind={kindsOf[field.key]}
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
