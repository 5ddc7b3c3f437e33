/**
 * The shipped processes: `<key>/{<key>.bpmn, forms/*.form.json, journeys/*.json, README.md}`, and the loader of them.
 *
 * The BPMN file is the single source of truth of a procedure; what is in this room is that file, the forms it names,
 * and dated journeys that tests and the demonstration walk. Its code only reads files and decides nothing: no parsing
 * of BPMN, no rules, no dates computed. Begin with `major-matter/README.md`, then `library-processes.ts`.
 */
export * from './library-process.js';
export * from './journey.js';
export { libraryLedgers } from './library-ledgers.js';
export { calledKeys, exerciseKeys, libraryProcesses } from './library-processes.js';
export { unbarredFacts } from './unbarred-facts.js';
export { libraryJourneys } from './library-journeys.js';
export * from './small-powers.js';
export {
  filledForm,
  papersOf,
  paperNamed,
  pickNamed,
  titlesOf,
  type PaperOf,
  type PickOf,
} from './filled-form.js';
export {
  countsOfMeeting,
  rollOfMeeting,
  type JourneyMeeting,
  type Seated,
  type SeatedPeople,
} from './journey-meeting.js';
