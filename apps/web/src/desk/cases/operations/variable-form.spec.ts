import type { VariableChoiceView } from '../../../client/api.js';
import { dataOf } from '../../../forms/fields.js';
import { variableFields } from './variable-form.js';

const fee: VariableChoiceView = {
  name: 'amountFen',
  title: '造价',
  schema: { type: 'integer', title: '造价', 'x-money': true },
  isSet: false,
  readBy: ['how-much'],
};
const rate: VariableChoiceView = { name: 'rate', title: 'rate', schema: null, isSet: true, readBy: [] };

describe('fields to mend variables', () => {
  it('are those of the form, and say whether there is a value', () => {
    const [field] = variableFields([fee], {});
    expect(field).toMatchObject({ key: 'amountFen', kind: 'money', required: false });
    expect(field!.schema.description).toBe('现在没有值。');
    expect(dataOf([field!], { amountFen: '38600.5' })).toEqual({ amountFen: 3860050 });
  });

  it('are of the kind that the operator says where no form asks', () => {
    expect(variableFields([rate], {})[0]).toMatchObject({ kind: 'text' });
    const fields = variableFields([rate], { rate: 'number' });
    expect(dataOf(fields, { rate: '0.5' })).toEqual({ rate: 0.5 });
  });

  it('send nothing of what was left empty', () =>
    expect(dataOf(variableFields([fee, rate], {}), { rate: '' })).toEqual({}));
});
