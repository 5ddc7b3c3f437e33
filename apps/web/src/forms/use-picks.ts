import { pickedIn, type Picked } from '@wuqing/forms';
import type { FieldProps } from './field-props.js';
import type { Pickable } from './pickable.js';
import { useFound } from './use-found.js';

const bare = ({ id, name }: Picked) => ({ id, name });

/** A field's choice and the list that it is made from; of one, the last choice stands. */
export function usePicks({ field, value, onChange, around }: FieldProps) {
  const { of, find } = around.choices;
  const finding = useFound<Pickable>(['choices', of, field.key], (search) => find(field.key, search));
  const isList = field.kind === 'people' || field.kind === 'villages';
  const picked = pickedIn(value);
  const take = (next: readonly Picked[]) => {
    const [last] = next.slice(-1);
    if (last === undefined) onChange(undefined);
    else onChange(isList ? next.map(bare) : bare(last));
  };
  return { finding, isList, picked, take };
}
