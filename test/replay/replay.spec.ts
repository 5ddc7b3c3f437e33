import { join } from 'node:path';
import type { WorkflowBundle } from '@temporalio/worker';
import { evolve, initialState, type JournalEntry } from '@wuqing/bpmn-engine';
import { recordedCases, type RecordedCase } from './recorded-case.js';
import { bundleOf, replayed } from './replayed-case.js';

/** A workflow thread starts for it. */
const REPLAYING_MS = 30_000;
const BUNDLING_MS = 60_000;
const cases = recordedCases();
const named = (name: string) => cases.filter(({ recorded }) => recorded.name === name);
const changed = (name: string): Promise<WorkflowBundle> =>
  bundleOf(join(import.meta.dirname, 'changed-engines', `${name}.ts`));

/** What this engine would have recorded where the journal's entries stand. */
async function journalOf(bundle: WorkflowBundle, recorded: RecordedCase): Promise<JournalEntry[]> {
  const { proposals } = await replayed(bundle, recorded);
  return proposals.map(({ position, commandId, events, effects }) =>
    JSON.parse(JSON.stringify({ position, commandId, events, effects })),
  );
}

describe('what a release has left', () => {
  it('are cases of every kind', () => {
    expect(new Set(cases.map(({ recorded }) => recorded.name))).toEqual(
      new Set(['steps', 'events', 'services', 'turns', 'calls', 'major-matter']),
    );
  });

  it.each(cases)(
    'the facts of $recorded.name ($release) evolve to the state they came to',
    ({ recorded }) => {
      const { journal, state } = recorded;
      expect(journal.flatMap(({ events }) => events).reduce(evolve, initialState())).toEqual(state);
    },
  );
});

describe('this engine, on histories that a release has left', () => {
  let bundle: WorkflowBundle;
  beforeAll(async () => {
    bundle = await bundleOf();
  }, BUNDLING_MS);

  it.each(cases)(
    'decides $recorded.name ($release) as it was decided then',
    async ({ recorded }) => {
      const { error } = await replayed(bundle, recorded);
      expect(error).toBeUndefined();
      expect(await journalOf(bundle, recorded)).toEqual(recorded.journal);
    },
    REPLAYING_MS,
  );
});

describe('an engine that was changed without a flag', () => {
  it(
    'is caught by the history where it asks Temporal for something else',
    async () => {
      const bundle = await changed('without-timers');
      for (const { recorded } of named('events')) {
        const { error } = await replayed(bundle, recorded);
        expect(error?.name).toBe('DeterminismViolationError');
      }
    },
    BUNDLING_MS,
  );

  it(
    'is caught by the journal where Temporal sees no difference',
    async () => {
      const bundle = await changed('effects-reversed');
      for (const { recorded } of named('steps')) {
        expect((await replayed(bundle, recorded)).error).toBeUndefined();
        expect(await journalOf(bundle, recorded)).not.toEqual(recorded.journal);
      }
    },
    BUNDLING_MS,
  );
});

describe('an engine that was changed under a flag', () => {
  it(
    'decides older cases as they were decided',
    async () => {
      const bundle = await changed('flagged');
      for (const { recorded } of named('steps'))
        expect(await journalOf(bundle, recorded)).toEqual(recorded.journal);
    },
    BUNDLING_MS,
  );
});
