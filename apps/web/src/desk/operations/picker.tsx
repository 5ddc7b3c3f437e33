import { useState } from 'react';
import { asks } from './operation-words.js';

export interface Pick {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}

interface PickerProps {
  readonly legend: string;
  readonly picks: readonly Pick[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** One of them alone. */
  readonly single?: boolean;
}

/** Longer lists can be narrowed by a part of the name. */
const FILTER_FROM = 8;

/** Steps (or members) by their names, to be chosen by keyboard or finger. */
export function Picker({ legend, picks, chosen, onChange, single = false }: PickerProps) {
  const [part, setPart] = useState('');
  const shown = picks.filter(({ value, label }) => chosen.includes(value) || label.includes(part.trim()));
  const toggle = (value: string) => {
    if (single) return onChange([value]);
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  };
  return (
    <fieldset className="field picker">
      <legend>{legend}</legend>
      {picks.length > FILTER_FROM && (
        <input
          type="search"
          aria-label={asks.findIn(legend)}
          placeholder={asks.find}
          value={part}
          onChange={(event) => setPart(event.target.value)}
        />
      )}
      <div className="picks">
        {shown.map(({ value, label, note }) => (
          <label className="choice" key={value}>
            <input
              type={single ? 'radio' : 'checkbox'}
              name={legend}
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
            />
            <span>
              {label} {note && <span className="muted">{note}</span>}
            </span>
          </label>
        ))}
        {shown.length === 0 && <p className="muted">{asks.notFound}</p>}
      </div>
    </fieldset>
  );
}
