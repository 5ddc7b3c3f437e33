import { stagesOf, type DoneStep } from './order-stages.js';

const done = (...elements: string[]): DoneStep[] =>
  elements.map((elementId, at) => ({ elementId, at: `2026-11-0${at + 1}`, by: `某${at + 1}` }));
const shown = (steps: readonly DoneStep[], open?: string, closedAt: string | null = null): string[] =>
  stagesOf(steps, open, closedAt).map(
    ({ name, state, at, times }) => `${name} ${state} ${at ?? '-'} ${times}`,
  );

const SIGNED = ['issue-order', 'sign-order'];
const REVIEWED = [...SIGNED, 'give-feedback', 'review-feedback'];

it.each<[string, readonly DoneStep[], string | undefined, string | null, string[]]>([
  [
    'waits to be signed',
    done('issue-order'),
    'sign-order',
    null,
    ['签收 now - 0', '反馈 later - 0', '复核 later - 0', '销号 later - 0'],
  ],
  [
    'asks for more time',
    done(...SIGNED, 'give-feedback'),
    'decide-extension',
    null,
    ['签收 done 2026-11-02 1', '反馈 now 2026-11-03 1', '复核 later - 0', '销号 later - 0'],
  ],
  [
    'was returned: what comes again is not done',
    done(...REVIEWED),
    'give-feedback',
    null,
    ['签收 done 2026-11-02 1', '反馈 now 2026-11-03 1', '复核 later 2026-11-04 1', '销号 later - 0'],
  ],
  [
    'is closed after a second feedback',
    done(...REVIEWED, 'give-feedback', 'review-feedback'),
    undefined,
    '2026-11-09',
    ['签收 done 2026-11-02 1', '反馈 done 2026-11-05 2', '复核 done 2026-11-06 2', '销号 done 2026-11-09 1'],
  ],
])('an order that %s', (_what, steps, open, closedAt, stages) =>
  expect(shown(steps, open, closedAt)).toEqual(stages),
);
