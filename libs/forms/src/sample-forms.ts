import type { FormDefinition } from './form-definition.js';

/** An uploaded file as a form writes it. */
export const fileItem = {
  type: 'object',
  title: '文件',
  additionalProperties: false,
  required: ['id', 'sha256'],
  properties: {
    id: { type: 'string', title: '文件编号', format: 'uuid' },
    sha256: { type: 'string', title: '文件指纹', pattern: '^[0-9a-f]{64}$', maxLength: 64 },
  },
} as const;

/** Two forms in the shapes the process library uses; imported by specs only. */
export const matterForm: FormDefinition = {
  key: 'register-matter',
  title: '立项登记',
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    'x-reader': 'V',
    additionalProperties: false,
    required: ['title', 'matterTypes', 'proposedOn', 'source'],
    properties: {
      title: { type: 'string', title: '事项名称', minLength: 1, maxLength: 100, 'x-reader': 'P' },
      matterTypes: {
        type: 'array',
        title: '事项类型',
        minItems: 1,
        maxItems: 20,
        uniqueItems: true,
        items: { enum: ['A3', 'A4', 'B10'] },
        'x-reader': 'P',
      },
      proposedOn: { type: 'string', title: '动议日', format: 'date' },
      source: { title: '动议来源', enum: ['党员群众建议', '法定联名'], 'x-reader': 'P' },
      proposerCount: { type: 'integer', title: '联名人数', minimum: 1, maximum: 9999 },
      amountFen: { type: 'integer', title: '金额', minimum: 0, 'x-money': true, 'x-reader': 'P' },
      urgent: { type: 'boolean', title: '是否紧急', default: false },
      relatedParties: {
        type: 'array',
        title: '关联人',
        maxItems: 20,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['name'],
          properties: {
            name: { type: 'string', title: '姓名', minLength: 1, maxLength: 50, 'x-reader': 'N' },
            phone: {
              type: 'string',
              title: '电话',
              maxLength: 20,
              pattern: '^1[0-9]{10}$',
              description: '11 位手机号',
              'x-reader': 'T',
              'x-mask': 'phone',
            },
            village: { type: 'string', title: '所在村', maxLength: 50 },
          },
        },
      },
      papers: {
        type: 'array',
        title: '材料',
        maxItems: 10,
        'x-file': { kind: 'file', maxBytes: 20_971_520 },
        items: { $ref: '#/$defs/file' },
      },
    },
    allOf: [
      {
        if: { properties: { source: { const: '法定联名' } }, required: ['source'] },
        then: { required: ['proposerCount'] },
      },
    ],
    $defs: { file: fileItem },
  },
  ui: {
    order: ['title', 'source'],
    widgets: { source: 'radio' },
    groups: [{ title: '金额', fields: ['amountFen'] }],
  },
};

export const meetingForm: FormDefinition = {
  key: 'propose-matter',
  title: '村党组织提议',
  schema: {
    type: 'object',
    'x-reader': 'V',
    unevaluatedProperties: false,
    allOf: [{ $ref: '#/$defs/meeting' }],
    required: ['survey'],
    properties: { survey: { type: 'string', title: '征求意见论证', minLength: 1, maxLength: 5000 } },
    $defs: {
      meeting: {
        required: ['heldOn', 'present'],
        properties: {
          heldOn: { type: 'string', title: '会议日期', format: 'date' },
          present: { type: 'integer', title: '实到', minimum: 0 },
          place: { type: 'string', title: '地点', maxLength: 100 },
        },
      },
    },
  },
};
