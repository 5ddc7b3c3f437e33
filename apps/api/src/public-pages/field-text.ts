import type { Json, JsonObject } from '@wuqing/kernel';

const FEN_PER_YUAN = 100;

/** A field's value as a villager reads it. `schema` is the field's own. */
export function fieldText(value: Json, schema: JsonObject): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return schema['x-money'] === true ? `${yuanOf(value)} 元` : String(value);
  if (Array.isArray(value))
    return value.map((item) => fieldText(item as Json, (schema['items'] ?? {}) as JsonObject)).join('、');
  if (typeof value === 'object') return nameIn(value as JsonObject);
  const labels = (schema['x-labels'] ?? {}) as Record<string, string>;
  return Object.hasOwn(labels, value) ? `${value} ${labels[value]}` : value;
}

/** 3860000 分 → 「38,600.00」. */
const yuanOf = (fen: number): string => {
  const [yuan = '', rest] = (fen / FEN_PER_YUAN).toFixed(2).split('.');
  return `${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
};

/** An attachment is called by its name; nothing else of an object is shown. */
const nameIn = (value: JsonObject): string => (typeof value['name'] === 'string' ? value['name'] : '附件');
