import { parentPort } from 'node:worker_threads';
import { runCase } from './run-case.mjs';
import { runDecision } from './run-decision.mjs';

/** A case in a thread, as the worker runs its workflows; and a decision file, as a process file is read in one. */
parentPort.on('message', async ({ process, decisions }) =>
  parentPort.postMessage(process ? runCase(process) : await runDecision(decisions)),
);
parentPort.postMessage('ready');
