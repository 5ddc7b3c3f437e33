import { parentPort } from 'node:worker_threads';
import { required } from '@wuqing/kernel';
import type { Dossier, Imprint } from '../dossier.js';
import { dossierDocument } from '../dossier-document.js';
import { letterDocument } from '../letter-document.js';
import type { PaperLetter } from '../letter.js';
import { isPrintable } from '../signs.js';
import { printed } from './printed.js';

export type PressOrder = { readonly imprint: Imprint } & (
  { readonly dossier: Dossier } | { readonly letter: PaperLetter }
);

export interface PressNews {
  readonly pdf: Uint8Array;
}

const port = required(parentPort, 'a thread to print in');

const documentOf = (order: PressOrder) =>
  'letter' in order
    ? letterDocument(order.letter, order.imprint, isPrintable)
    : dossierDocument(order.dossier, order.imprint, isPrintable);

port.on('message', (order: PressOrder) => {
  void printed(documentOf(order)).then((pdf) => port.postMessage({ pdf } satisfies PressNews));
});
