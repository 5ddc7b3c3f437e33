/**
 * The web application's door, for the tools that look at every room.
 *
 * Two entries, each with its own budget: `desk/main.tsx` (antd) and `phone/main.tsx` (none of it). `desk/` has a folder
 * for what people do, a file a page; `kit/` holds the parts and measures that both entries share, `forms/` what a form
 * is, `lists/` how a list stands still while it is read anew, `device/` what this browser keeps (drafts, files, what waits for the
 * network: ADR 27), `words/` every word, `client/` how the API is asked, with types and functions made of its own description into
 * `generated/`. Pages only show what the API says and send what people enter: no rule of a procedure lives here, no
 * foreign origin is ever asked.
 */
export { groupsOf, answerOf } from './forms/form-model.js';
