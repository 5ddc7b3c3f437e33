import type { Json, JsonObject } from '@wuqing/kernel';
import type { FormDefinition } from './form-definition.js';
import { judgeValue } from './judge-value.js';
import { fieldsOf, isJsonObject, objectAt, resolveSchema } from './read-schema.js';

/**
 * `ui.rules`: when a field is shown, as JSON Forms writes its rules: `{ effect: 'SHOW' | 'HIDE', condition }`, where a
 * condition is `{ scope: '#/properties/<field>', schema }` or `{ type: 'AND' | 'OR', conditions }`. A field that nobody
 * filled in meets no condition. What is not shown is not asked for, and the server refuses an answer to it.
 */
const SCOPE = /^#\/properties\/([^/]+)$/;

const listAt = (condition: JsonObject): readonly JsonObject[] => {
  const list = condition['conditions'];
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
};

const fieldOfScope = (scope: Json | undefined): string | null =>
  typeof scope === 'string' ? (SCOPE.exec(scope)?.[1] ?? null) : null;

function isMet(condition: JsonObject, data: JsonObject, root: JsonObject): boolean {
  if (condition['type'] === 'AND') return listAt(condition).every((one) => isMet(one, data, root));
  if (condition['type'] === 'OR') return listAt(condition).some((one) => isMet(one, data, root));
  const field = fieldOfScope(condition['scope']) ?? '';
  const value = Object.hasOwn(data, field) ? data[field] : undefined;
  return value !== undefined && judgeValue(value, objectAt(condition, 'schema'), root).length === 0;
}

const hiddenBy = (
  rules: readonly (readonly [string, Json])[],
  data: JsonObject,
  root: JsonObject,
): string[] =>
  rules.flatMap(([field, rule]) =>
    isJsonObject(rule) && isMet(objectAt(rule, 'condition'), data, root) === (rule['effect'] === 'HIDE')
      ? [field]
      : [],
  );

/** The fields that an answer does not show; what is not shown answers nothing, so that no other rule looks at what it once held. */
export function hiddenFields({ schema, ui }: FormDefinition, data: JsonObject): ReadonlySet<string> {
  const rules = Object.entries(objectAt(ui ?? {}, 'rules'));
  let hidden = new Set<string>();
  // As often as rules can follow one another; rules that go round in a circle end there, too.
  for (let round = 0; round <= rules.length; round += 1) {
    const shown = Object.entries(data).filter(([field]) => !hidden.has(field));
    const next = new Set(hiddenBy(rules, Object.fromEntries(shown), schema));
    if (next.size === hidden.size && [...next].every((field) => hidden.has(field))) return next;
    hidden = next;
  }
  return hidden;
}

function checkCondition(condition: JsonObject, fields: readonly string[], name: string): string[] {
  const { type, scope, schema, conditions, ...more } = condition;
  const unknown = Object.keys(more).map((key) => `Expected the rule of ${name} without ${key}`);
  if (type !== undefined) {
    const whole = (type === 'AND' || type === 'OR') && listAt(condition).length > 0 && scope === undefined;
    const below = listAt(condition).flatMap((one) => checkCondition(one, fields, name));
    return whole
      ? [...unknown, ...below]
      : [...unknown, `Expected the rule of ${name} to join conditions by AND or OR`];
  }
  const field = fieldOfScope(scope);
  const isKnown = field !== null && fields.includes(field) && field !== name;
  return [
    ...unknown,
    ...(isKnown ? [] : [`Expected the rule of ${name} to look at another field, found ${String(scope)}`]),
    ...(isJsonObject(schema) && conditions === undefined
      ? []
      : [`Expected the rule of ${name} to have a schema`]),
  ];
}

function checkRule(name: string, rule: Json | undefined, fields: readonly string[]): string[] {
  if (!isJsonObject(rule)) return [`Expected the rule of ${name} to be { effect, condition }`];
  const { effect, condition, ...more } = rule;
  return [
    ...Object.keys(more).map((key) => `Expected the rule of ${name} without ${key}`),
    ...(effect === 'SHOW' || effect === 'HIDE'
      ? []
      : [`Expected the effect of ${name} to be SHOW or HIDE, found ${String(effect)}`]),
    ...(isJsonObject(condition)
      ? checkCondition(condition, fields, name)
      : [`Expected the rule of ${name} to have a condition`]),
  ];
}

/** Messages about rules that cannot be followed; rules look at fields of the form's top. */
export function checkRules({ schema, ui }: FormDefinition): string[] {
  const fields = Object.keys(fieldsOf(resolveSchema(schema, schema), schema));
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  return Object.entries(objectAt(ui ?? {}, 'rules')).flatMap(([name, rule]) => [
    ...checkRule(name, rule, fields),
    ...(required.includes(name)
      ? [`Expected ${name}, which a rule hides, not to be required of every answer`]
      : []),
  ]);
}
