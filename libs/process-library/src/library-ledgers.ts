import type { JsonObject } from '@wuqing/kernel';
import { libraryKeys, filesIn, jsonFileOf } from './library-processes.js';

/** The kinds of ledgers that the shipped processes bring along (`<process>/ledgers/<key>.ledger.json`), as their files say them. */
export const libraryLedgers = (): JsonObject[] =>
  libraryKeys.flatMap((process) =>
    filesIn(`${process}/ledgers/`, '.ledger.json').map(
      (name) => jsonFileOf(`${process}/ledgers/${name}`) as JsonObject,
    ),
  );
