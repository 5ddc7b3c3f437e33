import { UNKNOWN, type BadRequest } from './bad-request.js';

const RETRY = `/api/set-asides/${UNKNOWN}/retry`;
const CHECKS = '/api/workflow-checks';
const CHECK = '/api/cases/<case>/workflow-check';
const administrator = { as: 'administrator' } as const;

const withoutReason = [RETRY, CHECKS, CHECK].flatMap((to): BadRequest[] =>
  [
    {},
    { reason: null },
    { reason: '' },
    { reason: ' ' },
    { reason: ['x'] },
    { reason: '长'.repeat(501) },
  ].map((body) => ({
    is: `a wish to ${to} with ${JSON.stringify(body).slice(0, 30)}`,
    to,
    ...administrator,
    body,
    answer: 422,
    field: '/reason',
  })),
);

/** What operators ask of the worker's queues and of workflows, wrong in every way. */
export const badWishes: readonly BadRequest[] = [
  ...withoutReason,
  { is: 'a retry of what is not set aside', to: RETRY, ...administrator, body: { reason: 'x' }, answer: 404 },
  {
    is: 'a retry without a key',
    to: RETRY,
    ...administrator,
    key: null,
    body: { reason: 'x' },
    answer: 400,
  },
  {
    is: 'a check with an unknown field',
    to: CHECKS,
    ...administrator,
    body: { reason: 'x', force: true },
    answer: 422,
    field: '/force',
  },
  {
    is: 'a check of an unknown case',
    to: `/api/cases/${UNKNOWN}/workflow-check`,
    ...administrator,
    body: { reason: 'x' },
    answer: 404,
  },
  {
    is: 'a page of nowhere',
    to: '/api/set-asides?after=x',
    method: 'GET',
    ...administrator,
    answer: 422,
    field: '/after',
  },
  {
    is: 'a page of no rows',
    to: '/api/workflow-checks?limit=0',
    method: 'GET',
    ...administrator,
    answer: 422,
    field: '/limit',
  },
];
