import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

export interface Reference {
  readonly $ref: string;
}
export type Schema = Exclude<Schemas[string], Reference>;
export type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type ParameterObject = Exclude<NonNullable<OperationObject['parameters']>[number], Reference>;

/** Every operation of the document, by its id. */
export function operationsOf({ paths }: OpenAPIObject): ReadonlyMap<string, OperationObject> {
  const all = Object.values(paths).flatMap((path) => Object.values(path) as OperationObject[]);
  return new Map(all.flatMap((one) => (one.operationId === undefined ? [] : [[one.operationId, one]])));
}
