import type { QueuedSubmission } from '../../device/device-rows.js';
import { useTakenSaidOf } from '../../client/use-taken-by.js';

/** Why a submission was not taken: whose step it is by now, where a colleague was faster, and the server's own sentence. */
export function Refusal({ queued: { taskId, refusal } }: { readonly queued: QueuedSubmission }) {
  const taken = useTakenSaidOf(taskId);
  return (
    <div className="msg err">
      {taken !== undefined && <div>{taken}。</div>}
      <div>{refusal?.message}</div>
    </div>
  );
}
