/**
 * The web application's door, for the tools that look at every room.
 *
 * The pages begin in `main.tsx`; `desk/` holds a page a file, `desk/operations/` what is done to a running case beside
 * its steps, `shared/` what they have in common. Pages only show what the API says and send what people enter: no rule
 * of a procedure lives here, no foreign origin is ever asked.
 */
export { fieldsOf, dataOf } from './shared/fields.js';
