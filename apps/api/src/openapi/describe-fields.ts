import type { Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import type { DescribedRoute } from './described-routes.js';
import { operationsOf, type OperationObject, type ParameterObject, type Schema } from './document-types.js';
import { rulesOf, type FieldRules } from './field-rules.js';

/** Writes into the description what the validators of bodies and queries ask: no rule stands in two places. */
export function describeFields(document: OpenAPIObject, routes: readonly DescribedRoute[]): void {
  const schemas = (document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>;
  for (const dto of validatedClasses()) {
    const schema = schemas[dto.name];
    if (schema) describeBody(dto, schema);
  }
  const operations = operationsOf(document);
  for (const { operationId, query } of routes) {
    const operation = operations.get(operationId);
    if (operation && query) describeQuery(query, operation);
  }
}

/** Classes that class-validator knows: bodies, and what lies inside them. */
function validatedClasses(): Type[] {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    readonly validationMetadatas: ReadonlyMap<Type, unknown>;
  };
  return [...validationMetadatas.keys()];
}

/** What no rule names is refused. */
function describeBody(dto: Type, schema: Schema): void {
  const rules = [...rulesOf(dto)];
  const required = rules.flatMap(([name, { mayBeAbsent }]) => (mayBeAbsent ? [] : [name]));
  schema.additionalProperties = false;
  if (required.length > 0) schema.required = required;
  for (const [name, rule] of rules) {
    const property = schema.properties?.[name] as Schema | undefined;
    if (!property) throw new Error(`Expected ${dto.name}.${name} to have an ApiProperty`);
    add(property, rule);
  }
}

function describeQuery(dto: Type, { parameters = [] }: OperationObject): void {
  const rules = rulesOf(dto);
  for (const parameter of parameters as ParameterObject[]) {
    const rule = parameter.in === 'query' ? rules.get(parameter.name) : undefined;
    if (!rule) continue;
    parameter.required = !rule.mayBeAbsent;
    add((parameter.schema ??= {}) as Schema, rule);
  }
}

function add(schema: Schema, { schema: own, items }: FieldRules): void {
  Object.assign(schema, own);
  if (schema.items) Object.assign(schema.items, items);
}
