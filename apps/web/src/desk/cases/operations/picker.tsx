import { Checkbox, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { asks } from '../../../words/operation.words.js';

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
  const name = useId();
  const shown = picks.filter(({ value, label }) => chosen.includes(value) || label.includes(part.trim()));
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset className="fld picker">
      <legend className="lab">{legend}</legend>
      {picks.length > FILTER_FROM && (
        <Input
          type="search"
          aria-label={asks.findIn(legend)}
          placeholder={asks.find}
          value={part}
          onChange={(event) => setPart(event.target.value)}
        />
      )}
      <div className="picks">
        {shown.map((pick) =>
          single ? (
            <Radio
              key={pick.value}
              name={name}
              checked={chosen.includes(pick.value)}
              onChange={() => onChange([pick.value])}
            >
              <Label pick={pick} />
            </Radio>
          ) : (
            <Checkbox
              key={pick.value}
              checked={chosen.includes(pick.value)}
              onChange={() => toggle(pick.value)}
            >
              <Label pick={pick} />
            </Checkbox>
          ),
        )}
        {shown.length === 0 && <p className="t3">{asks.notFound}</p>}
      </div>
    </fieldset>
  );
}

const Label = ({ pick: { label, note } }: { readonly pick: Pick }) => (
  <>
    {label} {note && <span className="s t2">{note}</span>}
  </>
);
