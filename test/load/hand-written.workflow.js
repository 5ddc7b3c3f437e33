import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

/**
 * The yardstick: what a developer would write by hand for seven tasks in a row, without an engine. Seven updates, each
 * with one local activity that is the same PostgreSQL transaction, with arguments of the same size.
 */
const { recordJournalEntry } = proxyLocalActivities({
  startToCloseTimeout: '3s',
  scheduleToCloseTimeout: '15s',
  localRetryThreshold: '20s',
});

export const startUpdate = defineUpdate('start');
export const completeUpdate = defineUpdate('complete');

export async function handWritten({ caseId, checksum, entries }) {
  let position = 0;
  const record = async ({ commandId, actorId, taskRowVersion }) => {
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
      if (command.userTask !== `task-${position}`) return;
      throw new Error('Expected the open task');
    },
  });
  await condition(() => position === entries.length);
}
