import type { Json, JsonObject } from '@wuqing/kernel';

const FEN_PER_YUAN = 100;

/** A field's value as a villager reads it. `schema` is the field's own. */
export function fieldText(value: Json, schema: JsonObject): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return schema['x-money'] === true ? `${yuanOf(value)} 元` : String(value);
  if (Array.isArray(value))
    return value.map((item) => fieldText(item as Json, (schema['items'] ?? {}) as JsonObject)).join('、');
  // Who is meant is no matter of a public page.
  if (schema['x-person'] !== undefined) return '';
  if (typeof value === 'object') return objectText(value as JsonObject, schema);
  const labels = (schema['x-labels'] ?? {}) as Record<string, string>;
  return Object.hasOwn(labels, value) ? `${value} ${labels[value]}` : value;
}

/** 3860000 分 → 「38,600.00」. */
const yuanOf = (fen: number): string => {
  const [yuan = '', rest] = (fen / FEN_PER_YUAN).toFixed(2).split('.');
  return `${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
};

/** A stretch of days, a thing with a name, or fields with their titles; nothing that no title names. */
function objectText(value: JsonObject, schema: JsonObject): string {
  const { from, to, name } = value;
  if (typeof from === 'string' && typeof to === 'string') return `自 ${from} 至 ${to}`;
  if (typeof name === 'string') return name;
  const fields = (schema['properties'] ?? {}) as Record<string, JsonObject>;
  const told = Object.entries(fields).flatMap(([key, field]) => {
    const text = value[key] === undefined ? '' : fieldText(value[key], field);
    return text === '' || typeof field['title'] !== 'string' ? [] : [`${field['title']} ${text}`];
  });
  return told.length > 0 ? told.join('，') : '附件';
}
