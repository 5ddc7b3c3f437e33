import { useOutcome } from '../../../client/use-command.js';
import { Note } from '../../../kit/note.js';
import { tells } from '../../../words/operation.words.js';
import type { Done } from './operation-dialog.js';

/** What has become of the last operation; one that was put in line is asked for until it is settled. */
export function Outcome({ done: { verb, reply } }: { readonly done: Done }) {
  const outcome = useOutcome(reply);
  const status = outcome?.status ?? 'pending';
  const [tone, said] =
    status === 'pending'
      ? (['plain', tells.queued] as const)
      : status === 'accepted'
        ? (['ok', tells.accepted] as const)
        : (['late', tells.notDone] as const);
  return (
    <Note tone={tone} role="status">
      {said}
      {verb}
      {outcome?.problem && `。${outcome.problem}`}
    </Note>
  );
}
