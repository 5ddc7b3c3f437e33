import type { FieldKit } from '../../forms/field-props.js';
import { ChoiceField, ChoicesField, YesNoField } from './choice-fields.js';
import { DateField, DateRangeField, MomentField } from './date-fields.js';
import { GroupsField, SectionField } from './list-fields.js';
import { PickField } from './pick-field.js';
import { PhoneRoll } from './phone-roll.js';
import { Signature } from './signature.js';
import { LongTextField, MoneyField, NumberField, TextField, TextsField } from './text-fields.js';
import { Upload } from './upload.js';

/** How each kind of field is drawn on the phone. */
export const phoneKit: FieldKit = {
  text: TextField,
  'long-text': LongTextField,
  number: NumberField,
  money: MoneyField,
  date: DateField,
  'date-range': DateRangeField,
  moment: MomentField,
  choice: ChoiceField,
  choices: ChoicesField,
  'yes-no': YesNoField,
  person: PickField,
  people: PickField,
  village: PickField,
  villages: PickField,
  roll: PhoneRoll,
  file: Upload,
  photo: Upload,
  signature: Signature,
  texts: TextsField,
  lines: GroupsField,
  groups: GroupsField,
  section: SectionField,
  'file-names': TextsField,
  'person-name': TextField,
  'people-names': TextsField,
};
