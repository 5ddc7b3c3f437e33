import { UNKNOWN, type BadRequest } from './bad-request.js';
import { units } from './village-fixture.js';

const MESSAGES = '/api/messages';
const SIGNALS = '/api/signals';
const GOOD = { name: 'objection', unitId: units.village };

/** Messages to whoever waits for them, wrong in every way. */
export const badMessages: readonly BadRequest[] = [
  { is: 'a message without a name', to: MESSAGES, body: { ...GOOD, name: '' }, answer: 422, field: '/name' },
  {
    is: 'a message name that is a list',
    to: MESSAGES,
    body: { ...GOOD, name: ['objection'] },
    answer: 422,
    field: '/name',
  },
  { is: 'a message without a unit', to: MESSAGES, body: { name: 'x' }, answer: 422, field: '/unitId' },
  { is: "a message in a stranger's name", to: MESSAGES, body: { ...GOOD, unitId: UNKNOWN }, answer: 403 },
  {
    is: 'a message with a key too long',
    to: MESSAGES,
    body: { ...GOOD, correlationKey: 'k'.repeat(201) },
    answer: 422,
    field: '/correlationKey',
  },
  {
    is: 'a message that never expires',
    to: MESSAGES,
    body: { ...GOOD, timeToLiveSeconds: 1e12 },
    answer: 422,
    field: '/timeToLiveSeconds',
  },
  {
    is: 'a message kept for half a second',
    to: MESSAGES,
    body: { ...GOOD, timeToLiveSeconds: 0.5 },
    answer: 422,
    field: '/timeToLiveSeconds',
  },
  {
    is: 'a message with a NUL',
    to: MESSAGES,
    body: { ...GOOD, variables: { note: '\0' } },
    answer: 422,
    field: '/variables/note',
  },
  {
    is: 'a message with a value that nothing declares',
    to: MESSAGES,
    body: { ...GOOD, variables: { openObjections: -1 } },
    answer: 422,
    field: '/variables/openObjections',
  },
  {
    is: 'a message with null for its values',
    to: MESSAGES,
    body: { ...GOOD, variables: null },
    answer: 422,
    field: '/variables',
  },
  {
    is: 'a signal with a value that nothing declares',
    to: SIGNALS,
    body: { name: 'alarm', unitId: units.village, variables: { openObjections: -1 } },
    as: 'townHead',
    answer: 422,
    field: '/variables/openObjections',
  },
  {
    is: 'a signal with null for its values',
    to: SIGNALS,
    body: { name: 'alarm', unitId: units.village, variables: null },
    as: 'townHead',
    answer: 422,
    field: '/variables',
  },
  { is: 'an unknown message', to: `${MESSAGES}/${UNKNOWN}`, method: 'GET', answer: 404 },
  {
    is: 'a signal without a name',
    to: SIGNALS,
    body: { unitId: units.village },
    as: 'townHead',
    answer: 422,
    field: '/name',
  },
  {
    is: 'a signal with an unknown field',
    to: SIGNALS,
    body: { name: 'alarm', unitId: units.village, everybody: true },
    as: 'townHead',
    answer: 422,
    field: '/everybody',
  },
];
