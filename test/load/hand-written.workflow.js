import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

/**
 * The yardstick: what a developer would write by hand for seven tasks in a row, without an engine. Seven updates, each
 * with one local activity that is the same PostgreSQL transaction, with arguments of the same size.
 */
const { recordJournalEntry, loadDefinition } = proxyLocalActivities({
  startToCloseTimeout: '3s',
  scheduleToCloseTimeout: '15s',
  localRetryThreshold: '20s',
});

export const startUpdate = defineUpdate('start');
export const completeUpdate = defineUpdate('complete');

const isTaskOf = (position, { userTask }) => userTask.startsWith(`step-${position}#`);

export const handWritten = (input) => sevenUpdates(input);

/** The same, but like the engine it loads the compiled definition first: the difference is what that load costs. */
export const handWrittenLoading = (input) =>
  sevenUpdates(input, loadDefinition({ checksum: input.checksum }));

async function sevenUpdates({ caseId, checksum, entries }, loaded) {
  let position = 0;
  const record = async ({ commandId, actorId, taskRowVersion }) => {
    if (loaded) await loaded;
    const { events, effects, commandKind } = entries[position];
    const statusAfter = position === entries.length - 1 ? 'completed' : 'running';
    const proposal = {
      caseId,
      definitionChecksum: checksum,
      position,
      commandId,
      commandKind,
      actorId,
      taskRowVersion,
      at: Date.now(),
      events,
      effects,
      statusAfter,
    };
    const { outcome } = await recordJournalEntry(proposal);
    position += 1;
    return outcome;
  };
  setHandler(startUpdate, record);
  setHandler(completeUpdate, record, {
    validator: ({ command }) => {
      if (!isTaskOf(position, command)) throw new Error('Expected the open task');
    },
  });
  await condition(() => position === entries.length);
}
