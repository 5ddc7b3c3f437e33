/**
 * Forms: what a person fills in, as JSON Schema 2020-12 with a few annotations, and no DOM.
 *
 * `checkForm` says what keeps a form from being published; `validateSubmission` takes any value from a stranger and
 * gives back a clean copy or Chinese sentences that say what to correct; `checkDates` says whether its dates lie where the
 * form says that they may; `prune` drops fields the form does not name;
 * `maskFor` and `publicFields` show of an answer only what a reader may see; `emptyAnswer` begins a form.
 * The same code runs in the API and in the browser (ajv writes code with `new Function`: under a strict CSP a page
 * leaves `validateSubmission` and `checkForm` to the server; everything else needs no compiler).
 *
 * It must never coerce, guess or fill in what a person did not say, decide who a reader is, or log an answer.
 * Begin with `form-definition.ts` and `schema-keywords.ts`.
 */
export * from './form-definition.js';
export { formats } from './schema-keywords.js';
export { checkForm } from './check-form.js';
export { validateSubmission } from './validate-submission.js';
export { checkDates, dateKinds, type CheckedDates, type DateContext, type PastEntry } from './check-dates.js';
export { prune } from './prune.js';
export { maskFor, publicFields } from './mask-for.js';
export { maskText, maskKinds, type MaskKind } from './mask-text.js';
export { emptyAnswer } from './empty-answer.js';
export { type FieldProblem } from './field-problem.js';
export { answerLimits } from './plain-answer.js';
