/**
 * The ground floor: the few words every other room speaks.
 *
 * `Result` carries the two lawful answers of a pure function, `assert` stops at a bug, `Brand` keeps two strings
 * apart that must not be mixed, `Instant` is a moment, `Json` is what may cross a wire or a payload,
 * `findHiddenSign` what a reader of a text does not see, `withoutHiddenSigns` the text without it, `shownSize` says how
 * much room something takes.
 * This room imports nothing, knows nothing of villages or processes, and stays under 200 lines for ever.
 */
export * from './result.js';
export * from './assert.js';
export * from './brand.js';
export * from './instant.js';
export * from './json.js';
export * from './text.js';
export * from './shown-size.js';
export * from './official-number.js';
