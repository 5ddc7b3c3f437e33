import { required, type JsonObject } from '@wuqing/kernel';
import type { LedgerKind } from './ledger-kind.js';
import { readKind } from './read-kind.js';

/** A file that is right: seats with number and holder, each for some time. */
export const sampleFile: JsonObject = {
  key: 'sample-seats',
  version: 1,
  title: '席位登记簿',
  unconfirmed: true,
  unitKind: 'village',
  schema: {
    type: 'object',
    title: '席位',
    'x-reader': 'V',
    additionalProperties: false,
    required: ['no', 'holder', 'from'],
    properties: {
      no: { type: 'string', title: '编号', minLength: 1, maxLength: 20, 'x-reader': 'P' },
      holder: { type: 'string', title: '姓名', minLength: 1, maxLength: 50 },
      from: { type: 'string', title: '起日', format: 'date', maxLength: 10 },
      to: { type: 'string', title: '止日', format: 'date', maxLength: 10 },
      phone: {
        type: 'string',
        title: '电话',
        minLength: 1,
        maxLength: 20,
        'x-reader': 'T',
        'x-mask': 'phone',
      },
    },
  },
  unique: { fields: ['no'], over: 'unit' },
  states: [
    { key: 'proposed', title: '拟任', next: ['seated', 'left'] },
    { key: 'seated', title: '在任', next: ['left'] },
    { key: 'left', title: '离任', ends: true },
  ],
  validity: { from: 'from', to: 'to' },
  readers: { rows: 'V', offices: ['minzheng'] },
  search: ['holder'],
  looks: false,
  retention: { years: 10, from: 'ended', then: 'archive' },
  handEdit: { by: ['village-clerk'], confirm: ['village-director', 'office-head@office:minzheng'] },
};

export function kindFrom(file: JsonObject): LedgerKind {
  const read = readKind(file);
  return required(read.ok ? read.value : undefined, `a kind without findings: ${JSON.stringify(read)}`);
}

export const sampleKind = kindFrom(sampleFile);
