import { startTagLines } from '../xml/check-shape.js';
import { rawElementOf, type RawElement } from '../xml/raw-element.js';
import type { SourceModel } from './source-model.js';

/** A file as it is written, beside the model that its parser made of it. */
export interface RawFile {
  readonly root: RawElement | undefined;
  /** Line of an element's start tag, from 1. */
  readonly lineOf: (element: Pick<RawElement, 'order'>) => number | undefined;
}

const known = new WeakMap<Pick<SourceModel, 'xml'>, RawFile>();

/** Read once for all the rules that ask. */
export function rawFileOf(source: Pick<SourceModel, 'xml'>): RawFile {
  const file = known.get(source) ?? read(source.xml);
  known.set(source, file);
  return file;
}

function read(xml: string): RawFile {
  let lines: number[] | undefined;
  return { root: rawElementOf(xml), lineOf: ({ order }) => (lines ??= startTagLines(xml))[order] };
}
