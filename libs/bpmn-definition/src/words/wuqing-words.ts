import type { ExtensionWords } from './extension-word.js';

/** The `wq:` elements that this room reads itself; the owners of the others hand theirs in. */
export const ownWords: ExtensionWords = {
  guard: { on: ['*'], attributes: ['id', 'on', 'reject', 'message'] },
  send: {
    on: ['SendTask', 'EndEvent.Message', 'IntermediateThrowEvent.Message'],
    attributes: ['correlationKey', 'timeToLive'],
    once: true,
  },
};
