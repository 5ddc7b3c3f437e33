import type { OrderStageView } from './dto/order.view.js';

/** A step that was done: by whom (name), and when (ISO). */
export interface DoneStep {
  readonly elementId: string;
  readonly at: string;
  readonly by: string | null;
}

const STAGES = [
  { key: 'sign', name: '签收', elements: ['sign-order'] },
  { key: 'feedback', name: '反馈', elements: ['give-feedback', 'decide-extension'] },
  { key: 'review', name: '复核', elements: ['review-feedback', 'decide-third-return'] },
] as const;

/**
 * The four stages of an order as its page shows them. `done` in the order in which it was done; `openStep`: element id of the
 * running step. Pure.
 */
export function stagesOf(
  done: readonly DoneStep[],
  openStep: string | undefined,
  closedAt: string | null,
): OrderStageView[] {
  const stages = STAGES.map(({ key, name, elements }): OrderStageView => {
    const [main] = elements;
    const times = done.filter(({ elementId }) => elementId === main);
    const isNow = openStep !== undefined && (elements as readonly string[]).includes(openStep);
    const last = times.at(-1);
    const state = isNow ? 'now' : last && !isBehind(openStep, key) ? 'done' : 'later';
    return { key, name, state, at: last?.at ?? null, by: last?.by ?? null, times: times.length };
  });
  const state = closedAt === null ? 'later' : 'done';
  return [
    ...stages,
    { key: 'close', name: '销号', state, at: closedAt, by: null, times: closedAt === null ? 0 : 1 },
  ];
}

/** A stage that was done, and comes again: what is before it runs anew. */
function isBehind(openStep: string | undefined, key: 'sign' | 'feedback' | 'review'): boolean {
  const running = STAGES.findIndex(({ elements }) =>
    (elements as readonly string[]).includes(openStep ?? ''),
  );
  return running !== -1 && STAGES.findIndex((stage) => stage.key === key) > running;
}
