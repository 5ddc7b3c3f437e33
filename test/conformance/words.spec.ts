import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { wordsPage } from '@wuqing/bpmn-definition';
import { houseWords } from '@wuqing/publication';
import { required } from '@wuqing/kernel';
import { format, resolveConfig } from 'prettier';
import { verdictOf } from '../../libs/bpmn-definition/src/words/bpmn-cell.js';
import { engines } from '../../libs/bpmn-definition/src/words/engine-words.js';
import { cellOf } from '../../libs/bpmn-definition/src/words/judge-bpmn.js';
import { judgeWords } from '../../libs/bpmn-definition/src/words/judge-words.js';
import {
  attributeWord,
  childWord,
  lineageOf,
  typeOfElement,
} from '../../libs/bpmn-definition/src/words/meta-model.js';
import { ownWords } from '../../libs/bpmn-definition/src/words/wuqing-words.js';
import { otherZeebeWords, zeebeWords } from '../../libs/bpmn-definition/src/words/zeebe-words.js';
import { attributeNames, drawnKinds, elementNames, fileWith, kinds, lower } from './word-places.fixture.js';
import { rawElementOf } from '../../libs/bpmn-definition/src/xml/raw-element.js';

const words = { ...ownWords, ...houseWords };
const judged = (kind: string, attributes: string, inside: string): string[] =>
  judgeWords(required(rawElementOf(fileWith(kind, attributes, inside)), 'a file'), words).map(
    ({ rule, severity }) => `${severity} ${rule}`,
  );

/** What is said of an element of this kind without any word: data that are drawn are named as a whole. */
const ofItself = new Map(kinds.map((kind) => [kind, judged(kind, '', '')]));

/** The rules that speak of a word on a node; none: nothing is said. */
function saidOf(kind: string, attributes: string, inside: string): string[] {
  const said = judged(kind, attributes, inside);
  for (const one of required(ofItself.get(kind), kind))
    if (said.includes(one)) said.splice(said.indexOf(one), 1);
  return said;
}

/** Whether the tables say of a word of BPMN that it may go without a finding, and why. */
function excused(kind: string, name: string, as: 'attribute' | 'element'): string | undefined {
  const found = as === 'attribute' ? attributeWord(kind, name) : childWord(kind, name)?.word;
  if (found && drawnKinds.has(kind)) return 'drawn';
  const cell = found && cellOf(kind, found);
  const verdict = cell && verdictOf(cell, '');
  return verdict && verdict.is !== 'finding' ? verdict.is : undefined;
}

describe.each(kinds)('every word of BPMN on %s', (kind) => {
  it('as an attribute is read, let be by rule, or named', () => {
    const silent = attributeNames.filter(
      (name) =>
        saidOf(kind, `${name}="x"`, '').length === 0 && excused(kind, name, 'attribute') === undefined,
    );
    expect(silent).toEqual([]);
  });

  it('as an element is read, let be by rule, or named', () => {
    const silent = elementNames.filter(
      (name) => saidOf(kind, '', `<${name}/>`).length === 0 && excused(kind, name, 'element') === undefined,
    );
    expect(silent).toEqual([]);
  });

  it('twice, where it may stand once, is named', () => {
    const once = elementNames.filter(
      (name) => childWord(kind, name)?.word.isMany === false && excused(kind, name, 'element') === 'read',
    );
    expect(
      once.filter((name) => !saidOf(kind, '', `<${name}/><${name}/>`).includes('error written-once')),
    ).toEqual([]);
  });
});

const zeebe = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('zeebe-bpmn-moddle/resources/zeebe.json'), 'utf8'),
) as { types: readonly { name: string; superClass?: readonly string[] }[] };
const zeebeNames = zeebe.types.map(({ name }) => lower(name));

describe.each(kinds)('every extension on %s', (kind) => {
  const drawn = drawnKinds.has(kind);
  const extension = (word: string): string[] =>
    saidOf(kind, '', `<extensionElements><${word}/></extensionElements>`);
  const places = (on: readonly string[]): boolean =>
    on.includes(kind) || (on.includes('*') && lineageOf(kind).has('FlowNode'));

  it('of zeebe is read there, let be, or an error', () => {
    const silent = zeebeNames.filter((name) => extension(`zeebe:${name}`).length === 0);
    const read = zeebeNames.filter((name) => zeebeWords[name] && places(zeebeWords[name].on));
    const letBe = zeebeNames.filter((name) => otherZeebeWords[name]?.is === 'ignored');
    expect(new Set(silent)).toEqual(new Set(drawn ? letBe : [...read, ...letBe]));
  });

  it('of our own is read there, or an error', () => {
    const silent = Object.keys(words).filter((name) => extension(`wq:${name}`).length === 0);
    const read = Object.keys(words).filter((name) => places(words[name]!.on));
    expect(silent).toEqual(drawn ? [] : read);
    expect(extension('wq:nobody')).toEqual(['error own-word']);
  });

  it('of another engine is named, as an element and as an attribute', () => {
    const silent = Object.values(engines).flatMap(({ name: engine, attributes, elements }, at) => [
      ...Object.keys(attributes)
        .filter((name) => saidOf(kind, `e${at}:${name}="x"`, '').length === 0)
        .map((name) => `${engine} ${name}`),
      ...Object.keys(elements)
        .filter((name) => extension(`e${at}:${name}`).length === 0)
        .map((name) => `${engine} <${name}>`),
    ]);
    expect(silent).toEqual([]);
    expect([saidOf(kind, 'strange:a="1"', ''), extension('strange:a')].flat()).toEqual(
      drawn ? [] : ['warning foreign-behavior', 'warning foreign-behavior'],
    );
  });
});

it('walks every kind of element', () =>
  expect(kinds).toEqual(
    expect.arrayContaining([
      'UserTask',
      'SequenceFlow',
      'BoundaryEvent',
      'DataObject',
      'TextAnnotation',
      'CallActivity',
      'Process',
      'Definitions',
      'Participant',
      'Lane',
      'Message',
      'TimerEventDefinition',
      'MultiInstanceLoopCharacteristics',
      'Expression',
    ]),
  ));

it('knows no element that BPMN has not', () =>
  expect(elementNames.filter((name) => typeOfElement(name) === 'Nothing')).toEqual([]));

describe('docs/words.md', () => {
  it('says what publication does (else run npm run coverage:bpmn)', async () => {
    const path = join(resolve(import.meta.dirname, '../..'), 'docs/words.md');
    const page = await format(wordsPage(houseWords), { ...(await resolveConfig(path)), filepath: path });
    expect(readFileSync(path, 'utf8')).toBe(page);
  });
});
