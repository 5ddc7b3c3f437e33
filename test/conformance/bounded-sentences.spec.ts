import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkDefinition } from '@wuqing/publication';

/** A sign that no sentence of ours has: what is counted of it comes from the file. */
const sign = '𠀀';
const long = sign.repeat(10_000);
const echoMax = 80;
const models = join(resolve(import.meta.dirname, '../..'), 'libs/bpmn-definition/src/lint/rules/models');
const invalid = readdirSync(models).filter((name) => name.endsWith('.invalid.bpmn'));

/** Each text of a file that a sentence might repeat, made long: names, values of attributes, texts, words of others. */
const stretched: Readonly<Record<string, (xml: string) => string>> = {
  names: (xml) => xml.replace(/ name="[^"]*"/g, ` name="${long}"`),
  'names with the signs of quotes': (xml) => xml.replace(/ name="[^"]*"/g, ` name="」）”${long}"`),
  'elements without a name': (xml) =>
    xml.replace(/(<bpmn:(?:userTask|startEvent) id=")([^"]*)"/g, `$1$2" name="${long}"`),
  'what is not the diagram': (xml) =>
    xml.replace(
      / (?!xmlns|id|sourceRef|targetRef|isExecutable|attachedToRef|targetNamespace|version|encoding|xsi)([a-zA-Z:]+)="[^"]*"/g,
      (whole, name: string) => ` ${name}="${whole.slice(name.length + 3, -1)}${long}"`,
    ),
  references: (xml) =>
    xml.replace(/ (sourceRef|targetRef|default|messageRef|signalRef|errorRef)="([^"]*)"/g, ` $1="$2${long}"`),
  texts: (xml) => xml.replace(/>([^<>\s][^<>]*)</g, `>$1${long}<`),
  expressions: (xml) => xml.replace(/="=/g, `="=${long} `),
  'words of others': (xml) =>
    xml.replaceAll('<bpmn:userTask ', `<bpmn:userTask xmlns:o="urn:o" o:${'a'.repeat(9_999)}="1" `),
  'ids, as long as they may be': (xml) =>
    xml.replace(
      /(Ref|id)="([a-z-]{1,40})"/g,
      (_whole, name: string, id: string) => `${name}="${id}${sign.repeat(40)}"`,
    ),
  'ids beyond that': (xml) => xml.replace(/ id="register"/g, ` id="${long}"`),
};

/** Signs of the file in a sentence. */
const echoed = (message: string): number =>
  Math.max([...message].filter((one) => one === sign).length, /a{81,}/.test(message) ? echoMax + 1 : 0);

describe.each(Object.keys(stretched))('sentences about a file with long %s', (what) => {
  it('repeat eighty signs of it at most', async () => {
    for (const name of invalid) {
      const checked = await checkDefinition(stretched[what]!(readFileSync(join(models, name), 'utf8')));
      const problems = checked.ok ? checked.value.warnings : checked.error;
      const tooLong = problems.filter(({ message }) => echoed(message) > echoMax);
      expect(
        tooLong.map(({ rule, message }) => `${name} ${rule} ${echoed(message)} ${message.slice(0, 300)}`),
      ).toEqual([]);
    }
  }, 60_000);
});
