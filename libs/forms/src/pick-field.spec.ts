import { pickedIn } from './pick-field.js';

const [one, other] = [
  { id: 'a', name: '蔡翠荣' },
  { id: 'b', name: '叶玉娥' },
];

it.each([
  [undefined, []],
  [one, [one]],
  [
    [one, other],
    [one, other],
  ],
  ['蔡翠荣', []],
  [['蔡翠荣', one], [one]],
  [{ id: 'a' }, []],
])('of %j stands in the field: %j', (value, picked) => expect(pickedIn(value)).toEqual(picked));
