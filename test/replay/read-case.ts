import type { JournalEntry } from '@wuqing/bpmn-engine';
import { processInstanceQuery, workflowIdOf } from '@wuqing/workflow-contracts';
import {
  createDataConverter,
  keyRingFrom,
  type PayloadKeyRing,
} from '@wuqing/workflow-contracts/data-converter';
import { PAYLOAD_KEYS, type Product } from '../harness/product.js';
import { openRun } from './open-run.js';
import type { RecordedCase } from './recorded-case.js';

/** What a case has left on the servers; `townKeys` opens what it sealed for its town's services. */
export async function readCase(
  product: Product,
  townKeys: string,
  name: string,
  caseId: string,
): Promise<RecordedCase> {
  const [codec] = createDataConverter(everyKey(townKeys)).payloadCodecs!;
  const workflowId = workflowIdOf(caseId);
  const runs: object[] = [];
  const described = await product.client.workflow.getHandle(workflowId).describe();
  let runId = described.raw.workflowExecutionInfo?.firstRunId;
  while (runId) {
    const history = await product.client.workflow.getHandle(workflowId, runId).fetchHistory();
    const last = history.events?.at(-1);
    runs.push(await openRun(history, codec!));
    runId = last?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  const journal = await product.query<JournalEntry>(
    `SELECT position, command_id AS "commandId", events, effects FROM journal_entry WHERE case_id = $1 ORDER BY position`,
    [caseId],
  );
  const { state } = await product.client.workflow.getHandle(workflowId).query(processInstanceQuery);
  return { name, processKey: described.type, runs, journal, state };
}

/** What the case sealed for itself and what it sealed for its town lie in one history. */
function everyKey(townKeys: string): PayloadKeyRing {
  const [own, towns] = [keyRingFrom(PAYLOAD_KEYS), keyRingFrom(townKeys)];
  return { current: own.current, keys: { ...own.keys, ...towns.keys } };
}
