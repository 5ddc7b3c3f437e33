import { parentPort, workerData } from 'node:worker_threads';
import { runCase } from './run-case.mjs';

parentPort.postMessage(await runCase(workerData.xml, workerData.question));
