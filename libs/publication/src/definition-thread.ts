import { parentPort } from 'node:worker_threads';
import type { Problem } from '@wuqing/bpmn-definition';
import { required, type Result } from '@wuqing/kernel';
import { readDefinition, type DefinitionFile, type FileKind, type Readings } from './read-definition.js';

/** What the thread is asked: one file at a time. */
export interface ThreadQuestion {
  readonly kind: FileKind;
  readonly file: DefinitionFile;
}

/** What the thread says: once that it is ready, then one answer a file, in order. */
export type ThreadAnswer = 'ready' | Result<Readings[FileKind], Problem[]>;

/** Made hot before the clock of a first file runs: the parsers and every rule once. */
const smallest: Readonly<Record<FileKind, string>> = {
  process: `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="p" isExecutable="true">
<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e"/><bpmn:endEvent id="e"/></bpmn:process></bpmn:definitions>`,
  decisions: `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="urn:f">
<decision id="d" name="d"><literalExpression><text>1</text></literalExpression></decision></definitions>`,
};

const port = required(parentPort ?? undefined, 'a thread of a DefinitionReader');
const say = (answer: ThreadAnswer): void => port.postMessage(answer);

await readDefinition('process', smallest.process);
await readDefinition('decisions', smallest.decisions);
port.on('message', ({ kind, file }: ThreadQuestion) => void readDefinition(kind, file).then(say));
say('ready');
