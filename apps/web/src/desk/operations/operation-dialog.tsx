import { useState, type FormEvent, type ReactNode } from 'react';
import type { CommandReply } from '../../shared/contract.js';
import { Dialog } from '../../shared/dialog.js';
import { ProblemNotice } from '../../shared/problem-notice.js';
import { useCommand } from '../../shared/use-command.js';
import { words } from '../../shared/words.js';
import { ReasonField } from './reason-field.js';

/** An operation that was taken on, in the page's own word for it. */
export interface Done {
  readonly verb: string;
  readonly reply: CommandReply;
}

/** What every operation's dialog is given. */
export interface OpenDialog {
  readonly onDone: (done: Done) => void;
  readonly onClose: () => void;
}

interface OperationDialogProps extends OpenDialog {
  readonly verb: string;
  /** What it will do, in a sentence. */
  readonly lead: ReactNode;
  /** Address of the operation. */
  readonly path: string;
  /** What is sent beside the reason. */
  readonly body: object;
  readonly isReady?: boolean;
  readonly asksReason?: boolean;
  readonly isGrave?: boolean;
  readonly children?: ReactNode;
}

/** What is to be done, its reason and one button; it stays open until the server has taken it on. */
export function OperationDialog(props: OperationDialogProps) {
  const { verb, lead, path, body, isReady = true, asksReason = true, isGrave, children } = props;
  const [reason, setReason] = useState('');
  const { mutate, isPending, isSuccess, error } = useCommand(path, (reply) => props.onDone({ verb, reply }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending || isSuccess) return;
    mutate(asksReason ? { ...body, reason: reason.trim() } : body);
  };
  return (
    <Dialog title={verb} mayClose={!isPending} isOver={isSuccess} onClose={props.onClose}>
      <form className="fields" onSubmit={submit}>
        <p className="muted">{lead}</p>
        <ProblemNotice error={error} listed />
        {children}
        {asksReason && <ReasonField value={reason} onChange={setReason} />}
        <div className="actions">
          <button className={isGrave ? 'primary grave' : 'primary'} disabled={isPending || !isReady}>
            {isPending ? words.submitting : verb}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
