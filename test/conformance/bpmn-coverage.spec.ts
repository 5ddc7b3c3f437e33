import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { coveragePage } from '@wuqing/bpmn-definition';
import { format, resolveConfig } from 'prettier';
import { supportedTypes } from '../../libs/bpmn-definition/src/compile/compile-node.js';
import { allowedEvents, bpmnElements } from '../../libs/bpmn-definition/src/coverage/bpmn-elements.js';
import {
  eventKinds,
  executedEvents,
  type EventPosition,
} from '../../libs/bpmn-definition/src/source/executed-events.js';
import { proofOf } from './traces/proofs.mjs';

const path = join(resolve(import.meta.dirname, '../..'), 'docs/bpmn-coverage.md');
const events = [
  'StartEvent',
  'EndEvent',
  'IntermediateCatchEvent',
  'IntermediateThrowEvent',
  'BoundaryEvent',
];

describe('docs/bpmn-coverage.md', () => {
  it('says what the compiler does (else run npm run coverage:bpmn)', async () => {
    const page = await format(coveragePage(proofOf), { ...(await resolveConfig(path)), filepath: path });
    expect(readFileSync(path, 'utf8')).toBe(page);
  });

  it('leaves out nothing that is executed, and says of each since when', () => {
    const listed = bpmnElements.map(({ type }) => type).concat(events);
    expect([...supportedTypes].filter((type) => !listed.includes(type))).toEqual([]);
    const undated = bpmnElements.filter(({ type, since }) => supportedTypes.has(type) && since === undefined);
    expect(undated).toEqual([]);
  });

  it.each(Object.keys(executedEvents) as EventPosition[])(
    '%s: nothing is executed that BPMN has not',
    (position) => {
      const strange = executedEvents[position].filter((kind) => !allowedEvents[kind].includes(position));
      expect(strange).toEqual([]);
      expect(executedEvents[position].every((kind) => eventKinds.includes(kind))).toBe(true);
    },
  );
});
