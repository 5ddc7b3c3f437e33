import { parentPort } from 'node:worker_threads';
import { required } from '@wuqing/kernel';
import type { Dossier, Imprint } from '../dossier.js';
import { dossierDocument } from '../dossier-document.js';
import { isPrintable } from '../signs.js';
import { printed } from './printed.js';

export interface PressOrder {
  readonly dossier: Dossier;
  readonly imprint: Imprint;
}

export interface PressNews {
  readonly pdf: Uint8Array;
}

const port = required(parentPort, 'a thread to print in');

port.on('message', ({ dossier, imprint }: PressOrder) => {
  void printed(dossierDocument(dossier, imprint, isPrintable)).then((pdf) =>
    port.postMessage({ pdf } satisfies PressNews),
  );
});
