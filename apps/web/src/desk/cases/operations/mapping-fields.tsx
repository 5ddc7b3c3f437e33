import { Select } from 'antd';
import type { ElementView, StepChoiceView } from '../../../client/api.js';
import { asks } from '../../../words/operation.words.js';
import { typeWordOf } from '../../../words/words.js';
import { Labelled } from '../../../kit/labelled.js';
import { nameOf } from './picks-of.js';

/** Old element id → new element id. */
export type Mapping = Readonly<Record<string, string>>;

interface MappingFieldsProps {
  /** Steps of the old version that may bear another id in the new one. */
  readonly elements: readonly ElementView[];
  readonly steps: readonly StepChoiceView[];
  readonly mapping: Mapping;
  readonly onMap: (mapping: Mapping) => void;
}

/** For each step that cannot move as it is, the new step that it may be given. */
export function MappingFields({ elements, steps, mapping, onMap }: MappingFieldsProps) {
  const options = [
    { value: '', label: asks.sameId },
    ...steps.map((step) => ({ value: step.elementId, label: `${nameOf(step)}（${typeWordOf(step.type)}）` })),
  ];
  return elements.map((element) => (
    <Labelled key={element.elementId} title={asks.mapped(nameOf(element))}>
      <Select
        value={mapping[element.elementId] ?? ''}
        options={options}
        onChange={(to) => onMap(withMapped(mapping, element.elementId, to))}
      />
    </Labelled>
  ));
}

function withMapped(mapping: Mapping, from: string, to: string): Mapping {
  const others = Object.entries(mapping).filter(([id]) => id !== from);
  return Object.fromEntries(to === '' ? others : [...others, [from, to]]);
}
