import type { JsonObject } from '@wuqing/kernel';
import {
  askFor,
  expectationOf,
  pointerOf,
  segmentsOf,
  titleOf,
  verbOf,
  type FieldProblem,
} from './field-problem.js';
import type { ValueError } from './judge-value.js';
import { fieldAt } from './read-schema.js';

type Explain = (schema: JsonObject, error: ValueError) => string;

const param = (error: ValueError, name: string): string =>
  String((error.params as Record<string, unknown>)[name]);

const correct: Explain = (schema) => {
  const expectation = expectationOf(schema);
  return expectation === '' ? `请重新填写${titleOf(schema)}。` : `请更正${titleOf(schema)}，${expectation}。`;
};
const limit =
  (words: (number: string) => string): Explain =>
  (schema, error) =>
    `请更正${titleOf(schema)}，${words(param(error, 'limit'))}。`;

/** By keyword; what is not listed is answered with what a right answer looks like. */
const sentences: Readonly<Record<string, Explain>> = {
  minLength: (schema, error) =>
    error.data === '' ? askFor(schema) : limit((n) => `至少 ${n} 字`)(schema, error),
  maxLength: limit((n) => `不超过 ${n} 字`),
  minItems: (schema, error) =>
    param(error, 'limit') === '1' ? askFor(schema) : limit((n) => `至少 ${n} 项`)(schema, error),
  maxItems: limit((n) => `至多 ${n} 项`),
  exclusiveMinimum: limit((n) => `应大于 ${n}`),
  exclusiveMaximum: limit((n) => `应小于 ${n}`),
  uniqueItems: (schema) => `请删去${titleOf(schema)}中重复的项。`,
  const: (schema, error) => `请更正${titleOf(schema)}，应为“${String(error.schema)}”。`,
  'false schema': (schema) => `请删去${titleOf(schema)}，此处不需要填写。`,
  pattern: (schema) => {
    const { description } = schema;
    return `请按要求${verbOf(schema)}${titleOf(schema)}${typeof description === 'string' ? `：${description}` : ''}。`;
  },
};

/** The property that an error is really about: a missing or an unknown one lies below the object that was refused. */
function ownProperty(error: ValueError): string | null {
  const { missingProperty, additionalProperty, unevaluatedProperty } = error.params as Record<
    string,
    string | undefined
  >;
  return missingProperty ?? additionalProperty ?? unevaluatedProperty ?? null;
}

const isMissing = ({ keyword }: ValueError): boolean =>
  keyword === 'required' || keyword === 'dependentRequired';
const isUnknown = ({ keyword }: ValueError): boolean =>
  keyword === 'additionalProperties' || keyword === 'unevaluatedProperties';

function messageOf(schema: JsonObject, error: ValueError): string {
  if (isMissing(error)) return askFor(schema);
  if (isUnknown(error)) return '表单中没有这一项，请删去后重新提交。';
  return (sentences[error.keyword] ?? correct)(schema, error);
}

/** One refusal of the validator as a sentence about the field it means. */
export function explainError(error: ValueError, root: JsonObject): FieldProblem {
  const property = ownProperty(error);
  const path = [...segmentsOf(error.instancePath), ...(property === null ? [] : [property])];
  const schema = fieldAt(root, path);
  return { path: pointerOf(path), message: messageOf(schema, error), keyword: error.keyword };
}
