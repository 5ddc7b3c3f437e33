import { parentPort } from 'node:worker_threads';
import type { Compiled, Problem } from '@wuqing/bpmn-definition';
import { required, type Result } from '@wuqing/kernel';
import { readDefinition, type DefinitionFile } from './read-definition.js';

/** What the thread says: once that it is ready, then one answer a file, in order. */
export type ThreadAnswer = 'ready' | Result<Compiled, Problem[]>;

/** Made hot before the clock of a first file runs: the parser and every rule once. */
const smallest = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="p" isExecutable="true">
<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e"/><bpmn:endEvent id="e"/></bpmn:process></bpmn:definitions>`;

const port = required(parentPort ?? undefined, 'a thread of a DefinitionReader');
const say = (answer: ThreadAnswer): void => port.postMessage(answer);

await readDefinition(smallest);
port.on('message', (file: DefinitionFile) => void readDefinition(file).then(say));
say('ready');
