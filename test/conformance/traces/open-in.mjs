import { serialOf } from '@wuqing/bpmn-engine';
import { isoOf } from '@wuqing/kernel';

const words = {
  timers: (key, { dueAt }) => `⏲${key}@${isoOf(dueAt)}`,
  paused: (key, { dueAt }) => `⏸${key}@${isoOf(dueAt)}`,
  subscriptions: (key, { messageName, correlationKey }) => `✉${key}(${messageName}:${correlationKey})`,
  signals: (key, { signalName }) => `≋${key}(${signalName})`,
  conditions: (key) => `?${key}`,
  services: (key, taskType) => `⚙${key}(${taskType})`,
  incidents: (key, { code }) => `⚠${key}(${code})`,
};

/** All that a case waits for, in the words of the trace: what is open, by key, and the tokens at joins. */
export function openIn(state) {
  const stores = { ...state, paused: state.suspended?.timers };
  const waits = Object.entries(words).flatMap(([store, wordOf]) =>
    Object.entries(stores[store] ?? {}).map(([key, wait]) => [key, wordOf(key, wait)]),
  );
  const tasks = state.userTasks.map((key) => [key, `●${key}`]);
  const sorted = [...tasks, ...waits].sort(([one], [other]) => serialOf(one) - serialOf(other));
  const tokens = Object.entries(state.joins).flatMap(([join, flows]) =>
    Object.entries(flows).flatMap(([flow, count]) =>
      Array.from({ length: count }, () => `${flow}>${join.slice(join.indexOf('/') + 1)}`),
    ),
  );
  return [...sorted.map(([, word]) => word), ...tokens.sort()];
}
