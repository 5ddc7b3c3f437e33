import { Button, Modal } from 'antd';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useCommand, type CommandKey, type CommandReply } from '../../../client/use-command.js';
import { words } from '../../../words/words.js';
import { Failure } from '../../states/failure.js';
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
  /** Sends what was chosen, with the reason that was given. */
  readonly send: (reason: string, headers: CommandKey) => Promise<{ readonly data: CommandReply }>;
  readonly isReady?: boolean;
  readonly asksReason?: boolean;
  readonly isGrave?: boolean;
  readonly children?: ReactNode;
}

/** What is to be done, its reason and one button; it stays open until the server has taken it on. */
export function OperationDialog(props: OperationDialogProps) {
  const { verb, lead, send, isReady = true, asksReason = true, isGrave = false, onClose, children } = props;
  const [reason, setReason] = useState('');
  const { mutate, isPending, isSuccess, error } = useCommand(send, (reply) => props.onDone({ verb, reply }));
  const [isLeft, leave] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending && !isSuccess) mutate(reason.trim());
  };
  return (
    <Modal
      open={!isSuccess && !isLeft}
      title={verb}
      footer={null}
      onCancel={() => !isPending && leave(true)}
      afterOpenChange={(isOpen) => isOpen && firstFieldOf(form.current)?.focus()}
      afterClose={onClose}
      closable={{ 'aria-label': words.close, disabled: isPending }}
    >
      <form className="col g3" ref={form} onSubmit={submit}>
        <p className="t2">{lead}</p>
        <Failure error={error} />
        {children}
        {asksReason && <ReasonField value={reason} onChange={setReason} />}
        <div className="row">
          <Button type="primary" htmlType="submit" danger={isGrave} loading={isPending} disabled={!isReady}>
            {verb}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Where whoever works by keyboard begins. */
const firstFieldOf = (form: HTMLFormElement | null): HTMLElement | null =>
  form?.querySelector<HTMLElement>('input, textarea') ?? null;
