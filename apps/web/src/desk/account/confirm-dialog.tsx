import { Button, Modal } from 'antd';
import type { AskedConfirmation } from '../../client/use-confirmation.js';
import { securityWords } from '../../words/security.words.js';
import { CodeField, PasswordField } from './credential-fields.js';
import { CredentialsForm } from './credentials-form.js';

interface ConfirmDialogProps {
  readonly confirmation: AskedConfirmation;
  /** Whoever has a second factor shows that, and no password. */
  readonly byCode: boolean;
}

/** Before what cannot be taken back: who is here says so once more, and it goes on. */
export const ConfirmDialog = ({ confirmation: { say, giveUp }, byCode }: ConfirmDialogProps) => (
  <Modal open title={securityWords.confirmTitle} footer={null} onCancel={giveUp} mask={{ closable: false }}>
    <CredentialsForm
      className="col g4"
      verb={securityWords.confirm}
      send={(entered) => say(entered(byCode ? 'code' : 'password'))}
      head={<p className="t2">{securityWords.confirmLead}</p>}
      fields={byCode ? <CodeField /> : <PasswordField name="password" />}
      foot={<Button onClick={giveUp}>{securityWords.giveUp}</Button>}
    />
  </Modal>
);
