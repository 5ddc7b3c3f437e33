import type { VariableChoiceView } from '../../../client/api.js';
import { withValue } from '../../../forms/form-model.js';
import { numberOf, variableFields } from './variable-form.js';

const fee: VariableChoiceView = {
  name: 'amountFen',
  title: '造价',
  schema: { type: 'integer', title: '造价', 'x-money': true },
  isSet: false,
  readBy: ['how-much'],
};
const rate: VariableChoiceView = { name: 'rate', title: 'rate', schema: null, isSet: true, readBy: [] };

const kindOf = (schema: VariableChoiceView['schema']) => variableFields([{ ...fee, schema }], {})[0]!.kind;

describe('fields to mend variables', () => {
  it('are those of the form, and say whether there is a value', () =>
    expect(variableFields([fee], {})).toMatchObject([
      { key: 'amountFen', title: '造价', kind: 'money', isRequired: false, help: '现在没有值。' },
    ]));

  it('are of the kind that the operator says where no form asks', () => {
    expect(variableFields([rate], {})[0]).toMatchObject({ kind: 'text', help: '现在有值，填写后会替换它。' });
    expect(variableFields([rate], { rate: 'number' })[0]).toMatchObject({ kind: 'number' });
    expect(variableFields([rate], { rate: 'boolean' })[0]).toMatchObject({ kind: 'yes-no' });
  });

  it.each([
    ['text', { type: 'string', 'x-person': true }],
    ['long-text', { type: 'string', maxLength: 500 }],
    ['choice', { type: 'string', enum: ['甲', '乙'] }],
    ['choices', { type: 'array', items: { type: 'string', enum: ['甲', '乙'] } }],
    ['texts', { type: 'array', items: { type: 'string', 'x-person': true } }],
    ['texts', { type: 'array', 'x-file': { kind: 'photo' }, items: { type: 'object' } }],
    ['text', { type: 'object', 'x-roll': true }],
  ])('need neither a meeting nor a file: %s for %j', (kind, schema) => expect(kindOf(schema)).toBe(kind));

  it('send nothing of what was left empty', () =>
    expect(withValue({ rate: 1, amountFen: 2 }, 'rate', undefined)).toEqual({ amountFen: 2 }));

  it.each([
    ['0.5', 0.5],
    [' 7 ', 7],
    ['-3', -3],
    ['七十', '七十'],
    ['1e3', '1e3'],
    ['', ''],
  ])('leave %j for the server to name where it is no number', (text, read) =>
    expect(numberOf(text)).toBe(read),
  );
});
