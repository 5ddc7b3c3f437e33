import type { FieldKit } from '../../forms/field-props.js';
import { FileField } from './file-field.js';
import { GroupsField, SectionField } from './list-fields.js';
import { PickField } from './pick-field.js';
import { RollField } from './roll-field.js';
import { SignatureField } from './signature-field.js';
import {
  ChoiceField,
  ChoicesField,
  DateField,
  DateRangeField,
  LongTextField,
  MoneyField,
  NumberField,
  PeopleField,
  TextField,
  TextsField,
  YesNoField,
} from './simple-fields.js';

/** How each kind of field is drawn on the desk. */
export const deskKit: FieldKit = {
  text: TextField,
  'long-text': LongTextField,
  number: NumberField,
  money: MoneyField,
  date: DateField,
  'date-range': DateRangeField,
  moment: TextField,
  choice: ChoiceField,
  choices: ChoicesField,
  'yes-no': YesNoField,
  person: PickField,
  people: PickField,
  village: PickField,
  villages: PickField,
  roll: RollField,
  file: FileField,
  photo: FileField,
  signature: SignatureField,
  texts: TextsField,
  lines: GroupsField,
  groups: GroupsField,
  section: SectionField,
  'file-names': TextsField,
  'person-name': TextField,
  'people-names': PeopleField,
};
