import { Input, type InputProps } from 'antd';
import type { FieldKit, FieldProps } from '../../../forms/field-props.js';
import { fenOf } from '../../../forms/money.js';
import { formWords } from '../../../words/form.words.js';
import { deskKit } from '../../forms/desk-kit.js';
import { numberOf } from './variable-form.js';

/** A line of text that is read as it is typed; it begins empty, for no value of a variable is shown. */
const typed = (read: (text: string) => string | number, look: InputProps = {}) =>
  function Typed({ id, field, onChange }: FieldProps) {
    const { maxLength } = field.schema;
    return (
      <Input
        id={id}
        {...look}
        {...(typeof maxLength === 'number' && { maxLength })}
        onChange={({ target }) => onChange(target.value.trim() === '' ? undefined : read(target.value))}
      />
    );
  };

/** The desk's kit, but what is no number is not thrown away: the dialog would try again without it and say nothing. */
export const variableKit: FieldKit = {
  ...deskKit,
  text: typed((text) => text.trim()),
  number: typed(numberOf, { inputMode: 'decimal' }),
  money: typed(fenOf, { inputMode: 'decimal', suffix: formWords.yuan }),
};
