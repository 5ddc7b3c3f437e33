/**
 * Forms: what a person fills in, as JSON Schema 2020-12 with a few annotations, and no DOM. docs/forms.md shows each kind.
 *
 * `checkForm` says what keeps a form from being published; `validateSubmission` takes any value from a stranger and
 * gives back a clean copy or Chinese sentences that say what to correct, and `reviewAnswer` says the same without a compiler
 * (ajv writes code with `new Function`, which a page with a strict CSP may not); `checkDates` says whether its dates lie where
 * the form says that they may; `prune` drops fields the form does not name; `hiddenFields`, `rightsAt`, `sumsOf` and
 * `prefillOf` are the rules of a form that browser and server share; `maskFor` and `publicFields` show of an answer only what a
 * reader may see; `emptyAnswer` begins a form.
 *
 * It must never coerce, guess or fill in what a person did not say, decide who a reader is, or log an answer.
 * Begin with `form-definition.ts`, `field-kind.ts` and `schema-keywords.ts`.
 */
export * from './form-definition.js';
export { fieldKinds, kindOf, SHORT_TEXT_MAX, type FieldKind } from './field-kind.js';
export * from './file-field.js';
export { pickFieldsOf, pickedIn, picksIn, type Picked, type PickField } from './pick-field.js';
export { fileShape, pickShape, rangeShape, rollShape } from './shapes.js';
export { CASE_TITLE_MAX } from './case-title.js';
export { formats } from './schema-keywords.js';
export { checkForm } from './check-form.js';
export { validateSubmission, reviewAnswer } from './validate-submission.js';
export { checkDates, dateKinds, type CheckedDates, type DateContext, type PastEntry } from './check-dates.js';
export { fieldRights, rightsAt, type FieldRight } from './field-rights.js';
export { hiddenFields } from './ui-rules.js';
export { requiredNow } from './required-now.js';
export { sumFor, sumsOf } from './check-sums.js';
export { formsOfLastCases, prefillOf, type PrefillFacts } from './prefill.js';
export { rollFieldOf } from './roll-field.js';
export { inFormOrder } from './field-order.js';
export { fieldsOf, itemOf, requiredOf, resolveSchema } from './read-schema.js';
export { prune } from './prune.js';
export { isWithoutText, strayIn } from './without-text.js';
export { maskFor, publicFields } from './mask-for.js';
export {
  identitiesIn,
  identityFieldsOf,
  identityRoles,
  withIdentities,
  type IdentityField,
  type IdentityRole,
  type IdentityText,
} from './identity-field.js';
export { levelOfField } from './field-level.js';
export { maskText, maskKinds, type MaskKind } from './mask-text.js';
export { emptyAnswer } from './empty-answer.js';
export { pointerOf, titleOf, type FieldProblem } from './field-problem.js';
export { answerLimits } from './plain-answer.js';
export { amountInWords } from './amount-in-words.js';
