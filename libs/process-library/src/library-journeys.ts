import type { Journey } from './journey.js';
import { filesIn, jsonFileOf } from './library-processes.js';

/** The journeys of a shipped process, by file name: A1, A1-changed, A1-flagged, A2 … */
export const libraryJourneys = (processKey: string): Journey[] =>
  filesIn(`${processKey}/journeys/`, '.json').map(
    (name) => jsonFileOf(`${processKey}/journeys/${name}`) as Journey,
  );
