import type { Element, StepChoice } from '../../shared/contract.js';
import { typeWordOf } from '../../shared/words.js';
import { asks } from './operation-words.js';
import { nameOf } from './picks-of.js';

/** Old element id → new element id. */
export type Mapping = Readonly<Record<string, string>>;

interface MappingFieldsProps {
  /** Steps of the old version that may bear another id in the new one. */
  readonly elements: readonly Element[];
  readonly steps: readonly StepChoice[];
  readonly mapping: Mapping;
  readonly onMap: (mapping: Mapping) => void;
}

/** For each step that cannot move as it is, the new step that it may be given. */
export function MappingFields({ elements, steps, mapping, onMap }: MappingFieldsProps) {
  return elements.map((element) => (
    <div className="field" key={element.elementId}>
      <label htmlFor={`map-${element.elementId}`}>{asks.mapped(nameOf(element))}</label>
      <select
        id={`map-${element.elementId}`}
        value={mapping[element.elementId] ?? ''}
        onChange={(event) => onMap(withMapped(mapping, element.elementId, event.target.value))}
      >
        <option value="">{asks.sameId}</option>
        {steps.map((step) => (
          <option key={step.elementId} value={step.elementId}>
            {`${nameOf(step)}(${typeWordOf(step.type)})`}
          </option>
        ))}
      </select>
    </div>
  ));
}

function withMapped(mapping: Mapping, from: string, to: string): Mapping {
  const others = Object.entries(mapping).filter(([id]) => id !== from);
  return Object.fromEntries(to === '' ? others : [...others, [from, to]]);
}
