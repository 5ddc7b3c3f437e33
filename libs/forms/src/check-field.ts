import type { JsonObject } from '@wuqing/kernel';
import { checkShape } from './check-shape.js';
import { kindOf } from './field-kind.js';
import { isReaderLevel } from './form-definition.js';
import { checkIdentity } from './identity-field.js';
import { fieldsOf, isJsonObject, itemOf, requiredOf } from './read-schema.js';

interface Place {
  readonly root: JsonObject;
  /** Dotted, for the message; '' is the form itself. */
  readonly path: string;
  /** Whether an object above states an `x-reader`. */
  readonly hasReader: boolean;
}

const HAN = /\p{Script=Han}/u;
const TEXT_LETTERS_MAX = 20_000;
const LIST_ITEMS_MAX = 500;
const PATTERN_LETTERS_MAX = 200;
/** A pattern runs over what a stranger typed; only short texts may meet one. */
const PATTERN_TEXT_MAX = 256;
/** Repeated groups and back-references can take exponential time; many open repetitions in a row a high power. */
const SLOW_PATTERN = /\)[+*{]|\\[1-9]/;
const OPEN_REPETITION = /[+*]|\{\d+,\}/g;
const OPEN_REPETITIONS_MAX = 3;
const TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object'];
const BOUNDED_FORMATS = ['date', 'date-time', 'time', 'uuid'];

type Check = (field: JsonObject, name: string) => string[];

const unless = (holds: boolean, message: string): string[] => (holds ? [] : [message]);
const isClosed = (field: JsonObject): boolean =>
  field['additionalProperties'] === false || field['unevaluatedProperties'] === false;
const hasChoices = (field: JsonObject): boolean =>
  Array.isArray(field['enum']) || field['const'] !== undefined;
const isAtMost = (value: unknown, max: number): boolean => typeof value === 'number' && value <= max;

const isSimplePattern = (pattern: string): boolean =>
  pattern.length <= PATTERN_LETTERS_MAX &&
  !SLOW_PATTERN.test(pattern) &&
  (pattern.match(OPEN_REPETITION) ?? []).length <= OPEN_REPETITIONS_MAX;

const checkText: Check = (field, name) => {
  const { maxLength, format, pattern } = field;
  if (hasChoices(field) || BOUNDED_FORMATS.includes(String(format))) return [];
  const bounded = unless(
    isAtMost(maxLength, TEXT_LETTERS_MAX),
    `Expected maxLength of ${name}, at most ${TEXT_LETTERS_MAX}`,
  );
  if (typeof pattern !== 'string') return bounded;
  return [
    ...bounded,
    ...unless(
      isAtMost(maxLength, PATTERN_TEXT_MAX),
      `Expected maxLength of ${name} to be at most ${PATTERN_TEXT_MAX} beside a pattern`,
    ),
    ...unless(
      isSimplePattern(pattern),
      `Expected a simple pattern of ${name}, found ${pattern.slice(0, 80)}`,
    ),
  ];
};

const checkList: Check = (field, name) => [
  ...unless(
    isAtMost(field['maxItems'], LIST_ITEMS_MAX),
    `Expected maxItems of ${name}, at most ${LIST_ITEMS_MAX}`,
  ),
  ...unless(isJsonObject(field['items']), `Expected items of ${name}`),
];

const checkMoney: Check = (field, name) =>
  field['x-money'] === true
    ? unless(
        field['type'] === 'integer' && typeof field['minimum'] === 'number',
        `Expected ${name} with x-money to be an integer with a minimum`,
      )
    : [];

/** A public field hides nothing, and a shortened value is for a wider circle than the whole one. */
const checkMask: Check = (field, name) => {
  const mask = field['x-mask'];
  if (mask === undefined)
    return unless(field['x-masked-for'] === undefined, `Expected x-mask beside x-masked-for of ${name}`);
  return unless(
    field['x-reader'] !== undefined && field['x-reader'] !== 'P',
    `Expected ${name} with x-mask to have an x-reader of V, T or N`,
  );
};

const checkType: Check = (field, name) => {
  const { type } = field;
  if (type === undefined && hasChoices(field)) return [];
  return unless(
    typeof type === 'string' && TYPES.includes(type),
    `Expected one type of ${name}, found ${JSON.stringify(type) ?? 'none'}`,
  );
};

const checkKind: Check = (field, name) => {
  if (field['type'] === 'string') return checkText(field, name);
  if (field['type'] === 'array') return checkList(field, name);
  return field['type'] === 'object'
    ? unless(isClosed(field), `Expected additionalProperties: false of ${name}`)
    : [];
};

const CHECKS: readonly Check[] = [checkType, checkKind, checkMoney, checkMask];

const isTop = (path: string): boolean => path !== '' && !/[.[]/.test(path);

/** Files, a meeting's roll and who was chosen are found by whoever looks after them at the top of a form, and nowhere else. */
function checkPlaceOf(field: JsonObject, { path, root }: Place): string[] {
  const item = field['type'] === 'array' ? itemOf(field, root) : {};
  const word =
    ['x-file', 'x-roll'].find((key) => field[key] !== undefined) ??
    ['x-person', 'x-village'].find((key) => isJsonObject(field[key]) || isJsonObject(item[key]));
  return word === undefined || isTop(path) ? [] : [`Expected ${path} with ${word} at the top of the form`];
}

function checkKindOf(field: JsonObject, place: Place): string[] {
  if (place.path === '' || place.path.endsWith('[]')) return [];
  const kind = kindOf(field, place.root);
  if (kind === null) return [`Expected ${place.path} to be a field of a kind that forms have`];
  if (kind === 'file-names') return [`Expected x-file of ${place.path} instead of x-attachment`];
  if (isTop(place.path) && (kind === 'person-name' || kind === 'people-names'))
    return [`Expected x-person of ${place.path} to say where people are chosen from`];
  return [...checkShape(kind, field, place.root, place.path), ...checkPlaceOf(field, place)];
}

/** Columns that are added up are whole numbers of the list's own items. */
function checkSums(field: JsonObject, { path, root }: Place): string[] {
  if (!Array.isArray(field['x-sums'])) return [];
  const columns = fieldsOf(itemOf(field, root), root);
  return field['x-sums']
    .map(String)
    .filter((column) => !Object.hasOwn(columns, column) || columns[column]?.['type'] !== 'integer')
    .map((column) => `Expected x-sums of ${path} to name whole numbers of its items, found ${column}`);
}

function checkBelow(field: JsonObject, place: Place): string[] {
  const hasReader = place.hasReader || isReaderLevel(field['x-reader']);
  if (field['type'] === 'array' && isJsonObject(field['items'])) {
    return checkField(itemOf(field, place.root), { ...place, path: `${place.path}[]`, hasReader });
  }
  const fields = fieldsOf(field, place.root);
  const pathOf = (key: string): string => (place.path === '' ? key : `${place.path}.${key}`);
  const unnamed = requiredOf(field, place.root).filter((key) => !Object.hasOwn(fields, key));
  return [
    ...unnamed.map((key) => `Expected the required field ${pathOf(key)} among the properties`),
    ...Object.entries(fields).flatMap(([key, below]) =>
      checkTitled(below, { root: place.root, path: pathOf(key), hasReader }),
    ),
  ];
}

function checkTitled(field: JsonObject, place: Place): string[] {
  const { title } = field;
  const titled = unless(
    typeof title === 'string' && HAN.test(title),
    `Expected a Chinese title of ${place.path}`,
  );
  return [...titled, ...checkField(field, place)];
}

/** What is wrong with one field and with every field in it. */
export function checkField(field: JsonObject, place: Place): string[] {
  const name = place.path === '' ? 'the form' : place.path;
  const own = CHECKS.flatMap((check) => check(field, name));
  const isLeaf = field['type'] !== 'object' && field['type'] !== 'array';
  const read = place.hasReader || isReaderLevel(field['x-reader']);
  const reader = unless(!isLeaf || read, `Expected x-reader (P, V, T or N) of ${name}, or of the whole form`);
  const kind = own.length > 0 ? [] : checkKindOf(field, place);
  const identity = checkIdentity(field, place.root, name, isTop(place.path));
  return [...own, ...reader, ...kind, ...identity, ...checkSums(field, place), ...checkBelow(field, place)];
}
