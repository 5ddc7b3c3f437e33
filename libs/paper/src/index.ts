/**
 * Paper: what the product hands out to be printed and kept, as PDF.
 *
 * `PaperPress` prints a `Dossier` in a thread of its own, within bounds of time and memory. The dossier says what stands on the
 * paper; this room says how: order, page numbers, signs that no font has. It must never ask who may read what, look anything up,
 * or reach for a file or an address that a text names. Begin with `dossier.ts`.
 */
export * from './dossier.js';
export * from './letter.js';
export {
  PaperPress,
  pressLimits,
  type Press,
  type PressAnswer,
  type PressLimits,
} from './press/paper-press.js';
