import type { ExtensionWords } from './extension-word.js';

/** What a sender may say (`wq:field`); what each attribute may be is asked by `declared-payload`. */
const field = {
  attributes: [
    'name',
    'variable',
    'title',
    'type',
    'required',
    'maxLength',
    'minimum',
    'maximum',
    'maxItems',
    'values',
  ],
};

/** The `wq:` elements that this room reads itself; the owners of the others hand theirs in. */
export const ownWords: ExtensionWords = {
  guard: { on: ['*'], attributes: ['id', 'on', 'reject', 'message', 'says', 'basis'] },
  send: {
    on: ['SendTask', 'EndEvent.Message', 'IntermediateThrowEvent.Message'],
    attributes: ['correlationKey', 'timeToLive'],
    once: true,
  },
  checks: { on: ['UserTask'], attributes: ['steps', 'named', 'message'], once: true },
  payload: { on: ['Message', 'Signal'], children: { field }, once: true },
  answer: {
    on: ['ServiceTask', 'SendTask', 'BusinessRuleTask', 'IntermediateThrowEvent.Message', 'EndEvent.Message'],
    children: { field },
    once: true,
  },
};
