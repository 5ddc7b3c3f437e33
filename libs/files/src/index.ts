/**
 * Files: what a file of a form may be. Its kinds and limits (`fileRuleOf`), its type by its content (`mediaTypeOf`), a
 * picture rebuilt from nothing but what makes the picture (`rebuiltPicture`), a name that is safe to show and to save
 * (`keptName`), and the Chinese sentence for whatever is not taken (`refusal`).
 *
 * It must never read or store a file, hash one, decode a picture, or decide who may read it: bytes come in by the door, and
 * whoever asks hands in as much of them as the function says. A name is never believed: it says nothing of the content.
 * Begin with `file-rule.ts`.
 */
export * from './file-rule.js';
export * from './file-name.js';
export * from './judge-content.js';
export * from './media-type.js';
export * from './picture/rebuilt-picture.js';
export * from './refusal.js';
