import { required } from '@wuqing/kernel';

/** Choices that look free and are the same on every machine. */
export interface Choice {
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  of<T>(list: readonly T[]): T;
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** mulberry32: a number in [0, 1) at each call. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Choices seeded by a name, so that what is chosen for one village never depends on another. */
export function choiceFor(name: string): Choice {
  const next = numbersFrom(hashOf(name));
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    of: (list) => required(list[between(0, list.length - 1)], 'a list with something in it'),
  };
}
