import type { JsonObject } from '@wuqing/kernel';

/**
 * The values that several fields together make up, as a form must write them: the form stands alone and keeps its shape
 * for ever, so that a case that runs is not changed by a later release. Titles, help and reader levels are the form's own.
 */

/** One uploaded file: its id, and the hash of its bytes as lower-case hexadecimal. */
export const fileShape: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'sha256'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    sha256: { type: 'string', pattern: '^[0-9a-f]{64}$', maxLength: 64 },
  },
};

/** A person or a village that was chosen: its id, and what it was called on the day. */
export const pickShape: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    name: { type: 'string', minLength: 1, maxLength: 100 },
  },
};

/** First and last day, both counted. */
export const rangeShape: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['from', 'to'],
  properties: { from: { type: 'string', format: 'date' }, to: { type: 'string', format: 'date' } },
};

const count = (minimum: number): JsonObject => ({ type: 'integer', minimum, maximum: 100_000 });
const countsOf = (required: readonly string[], properties: JsonObject): JsonObject => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

/**
 * The roll of a meeting; what its words mean is `deliberation`'s (`meeting-roll.ts`). With 无记名 a person is there, recused or
 * away and nothing else: no person's choice exists anywhere, and the votes are counted apart.
 */
export const rollShape: JsonObject = {
  type: 'object',
  additionalProperties: false,
  required: ['method', 'persons'],
  properties: {
    method: { type: 'string', enum: ['口头', '举手', '无记名'] },
    persons: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'mark'],
        properties: {
          id: { type: 'string', minLength: 1, maxLength: 100, 'x-person': true },
          mark: { type: 'string', enum: ['同意', '反对', '弃权', '回避', '到会', '未到'] },
          reason: { type: 'string', minLength: 1, maxLength: 200 },
        },
      },
    },
    votes: countsOf(['yes', 'no', 'abstain'], { yes: count(0), no: count(0), abstain: count(0) }),
    attendance: countsOf(['shouldAttend', 'present'], {
      shouldAttend: count(1),
      present: count(0),
      basis: { type: 'string', enum: ['18岁以上村民', '户代表'] },
      online: count(0),
      proxies: count(0),
    }),
  },
  allOf: [
    {
      if: { properties: { method: { const: '无记名' } }, required: ['method'] },
      then: {
        properties: {
          persons: { items: { properties: { mark: { enum: ['回避', '到会', '未到'] } } } },
        },
        required: ['votes'],
      },
    },
  ],
};
