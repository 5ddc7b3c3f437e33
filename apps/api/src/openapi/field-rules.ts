import type { Type } from '@nestjs/common';
import type { Schema } from './document-types.js';
import { getMetadataStorage } from 'class-validator';
import { DAY_FIELD } from '../http/day-field.js';
import { VISIBLE_TEXT } from '../http/visible-text.js';

export interface FieldRules {
  readonly schema: Schema;
  /** Of the items, where the field is a list. */
  readonly items: Schema;
  readonly mayBeAbsent: boolean;
}

interface Rule {
  readonly type: string;
  readonly name?: string;
  readonly propertyName: string;
  readonly constraints?: readonly unknown[];
  readonly each: boolean;
}

type Describe = (constraints: readonly unknown[]) => Schema;

const nothing: Describe = () => ({});

/** What each validator means in a JSON schema; one that is not here cannot be used, since nobody would be told of it. */
const described: Readonly<Record<string, Describe>> = {
  isString: nothing,
  isObject: nothing,
  isArray: nothing,
  isDefined: nothing,
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isLength: ([min, max]) => ({ minLength: Number(min), maxLength: Number(max) }),
  minLength: ([min]) => ({ minLength: Number(min) }),
  maxLength: ([max]) => ({ maxLength: Number(max) }),
  min: ([min]) => ({ minimum: Number(min) }),
  max: ([max]) => ({ maximum: Number(max) }),
  matches: ([pattern]) => ({ pattern: (pattern as RegExp).source }),
  isIn: ([values]) => ({ enum: [...(values as unknown[])] }),
  isUuid: () => ({ format: 'uuid' }),
  isIso8601: () => ({ format: 'date-time' }),
  arrayMinSize: ([min]) => ({ minItems: Number(min) }),
  arrayMaxSize: ([max]) => ({ maxItems: Number(max) }),
  arrayUnique: () => ({ uniqueItems: true }),
  [DAY_FIELD]: () => ({ format: 'date' }),
  [VISIBLE_TEXT]: () => ({ pattern: '\\S' }),
};

/** The rules of each field of a DTO, as a description tells them. */
export function rulesOf(dto: Type): ReadonlyMap<string, FieldRules> {
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false) as readonly Rule[];
  const names = [...new Set(rules.map(({ propertyName }) => propertyName))];
  return new Map(
    names.map((name) => {
      const own = rules.filter(({ propertyName }) => propertyName === name);
      return [
        name,
        {
          schema: merged(own.filter(({ each }) => !each)),
          items: merged(own.filter(({ each }) => each)),
          mayBeAbsent: own.some(({ type }) => type === 'conditionalValidation'),
        },
      ] as const;
    }),
  );
}

const merged = (rules: readonly Rule[]): Schema => Object.assign({}, ...rules.map(schemaOf)) as Schema;

function schemaOf({ type, name, constraints = [] }: Rule): Schema {
  if (type === 'conditionalValidation' || type === 'nestedValidation') return {};
  const describe = described[name ?? ''];
  if (!describe) throw new Error(`Expected the validator ${name ?? type} to be described in field-rules.ts`);
  return describe(constraints);
}
