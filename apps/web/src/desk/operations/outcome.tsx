import { useOutcome } from '../../shared/use-command.js';
import type { Done } from './operation-dialog.js';
import { tells } from './operation-words.js';

/** What has become of the last operation; one that was put in line is asked for until it is settled. */
export function Outcome({ done: { verb, reply } }: { readonly done: Done }) {
  const outcome = useOutcome(reply);
  const status = outcome?.status ?? 'pending';
  const [tone, said] =
    status === 'pending'
      ? ['', tells.queued]
      : status === 'accepted'
        ? ['ok', tells.accepted]
        : ['error', tells.notDone];
  return (
    <p className={`notice ${tone}`.trim()} role="status">
      {said}
      {verb}
      {outcome?.problem && `。${outcome.problem}`}
    </p>
  );
}
