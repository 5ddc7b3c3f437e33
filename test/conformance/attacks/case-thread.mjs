import { parentPort } from 'node:worker_threads';
import { runCase } from './run-case.mjs';

/** A case in a thread, as the worker runs its workflows. */
parentPort.on('message', (process) => parentPort.postMessage(runCase(process)));
parentPort.postMessage('ready');
