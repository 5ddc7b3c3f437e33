import type { Client } from '@temporalio/client';
import type { Actor, UnitOfWork } from '@wuqing/persistence';

export interface UnknownDoors {
  readonly client: Client;
  readonly unitOfWork: UnitOfWork;
  readonly actor: Actor;
  readonly taskQueue: string;
}

const WORKFLOW_ID = /^case-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const PAGE = 500;

/**
 * Ends the workflows on our queue whose case this database does not know: they were begun after the backup from which it
 * came. Answers how many there were.
 */
export async function endUnknownWorkflows({
  client,
  unitOfWork,
  actor,
  taskQueue,
}: UnknownDoors): Promise<number> {
  let ended = 0;
  let page: string[] = [];
  const endPage = async (): Promise<void> => {
    const ids = page.map((workflowId) => WORKFLOW_ID.exec(workflowId)![1]!);
    const known = await unitOfWork.run(actor, (work) =>
      work.query<{ id: string }>('SELECT id FROM process_instance WHERE id = ANY ($1)', [ids]),
    );
    const unknown = ids.filter((id) => !known.some((row) => row.id === id));
    for (const id of unknown)
      await client.workflow
        .getHandle(`case-${id}`)
        .terminate('The database does not know its case: it was begun after the backup that was restored');
    ended += unknown.length;
    page = [];
  };
  const query = `TaskQueue = '${taskQueue.replaceAll("'", "''")}' AND ExecutionStatus = 'Running'`;
  for await (const { workflowId } of client.workflow.list({ query })) {
    if (WORKFLOW_ID.test(workflowId)) page.push(workflowId);
    if (page.length === PAGE) await endPage();
  }
  await endPage();
  return ended;
}
