import { pickShape } from '@wuqing/forms';
import type { JsonObject } from '@wuqing/kernel';
import { checkChosenPeople } from './chosen-people.check.js';

const formOf = (word: JsonObject) => ({
  schema: { type: 'object', properties: { by: { ...pickShape, title: '核查人', 'x-person': word } } },
});

it.each<[JsonObject, string[]]>([
  [{ from: ['village', 'office:jingguan'], positions: ['office-head'] }, []],
  [{ from: ['office:moon'] }, ['Expected by to choose from an office of the town, found office:moon']],
  [
    { from: ['town'], positions: ['mayor'] },
    ['Expected by to choose from positions that there are, found mayor'],
  ],
])('%j: %j', (word, messages) => expect(checkChosenPeople(formOf(word))).toEqual(messages));
