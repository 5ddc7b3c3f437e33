/**
 * What a process file must pass before it may be published, put together once.
 *
 * The domain rooms each own a part (the drawing, `wq:` elements, functions of the calendar) and import none of the
 * others; here they meet, so that seed, API and tests ask the same questions. `checkDefinition` is for files of our
 * own; a file that a stranger sends goes through a `DefinitionReader`, which works in threads with limits of time and
 * memory. This room must never store anything, decide who may publish, or run a process. Begin with
 * `check-definition.ts`, then `definition-reader.ts`; docs/reading.md says what is refused and why.
 */
export { houseWords } from './house-words.js';
export { checkChosenPeople } from './chosen-people.check.js';
export { checkDecisions, type CheckedDecisions } from './check-decisions.js';
export { checkDefinition } from './check-definition.js';
export { knownVariablesOf, type PublishedForm } from './known-variables.js';
export { compileOptions } from './compile-options.js';
export { DefinitionReader, type ReadingRefusal } from './definition-reader.js';
export type { DefinitionFile } from './read-definition.js';
export { readingLimits, type ReadingLimits } from './reading-limits.js';
