import type { JsonObject } from '@wuqing/kernel';

export interface Option {
  readonly value: string | number;
  readonly label: string;
}

/** What a field of a form (JSON Schema: `enum`, `x-labels`) lets one choose from, each value before its label. */
export function optionsOf(schema: JsonObject): Option[] {
  const labels = (schema['x-labels'] ?? {}) as Readonly<Record<string, string>>;
  const values = (Array.isArray(schema['enum']) ? schema['enum'] : []) as readonly (string | number)[];
  return values.map((value) => {
    const label = labels[String(value)];
    return { value, label: label === undefined ? String(value) : `${value} ${label}` };
  });
}
