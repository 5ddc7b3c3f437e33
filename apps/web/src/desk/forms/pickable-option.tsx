import type { Pickable } from '../../forms/pickable.js';

interface PickableOption {
  readonly value: string;
  readonly label: string;
  readonly one: Pickable;
}

export const pickableOptions = (items: readonly Pickable[]): PickableOption[] =>
  items.map((one) => ({ value: one.id, label: one.name, one }));

/** A name, and what tells it from another of the same. */
export const showPickable = ({ data: { one } }: { readonly data: PickableOption }) => (
  <span className="row">
    {one.name}
    <span className="sp" />
    <span className="s t3">{one.note}</span>
  </span>
);
