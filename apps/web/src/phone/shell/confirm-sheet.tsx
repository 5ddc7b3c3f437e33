import type { AskedConfirmation } from '../../client/use-confirmation.js';
import { securityWords } from '../../words/security.words.js';
import { words } from '../../words/words.js';
import { Sheet } from '../parts/sheet.js';
import { CodeField, Credentials, Secret } from './sign-in.js';

interface ConfirmSheetProps {
  readonly confirmation: AskedConfirmation;
  /** Whoever has a second factor shows that, and no password. */
  readonly byCode: boolean;
}

/** Before what cannot be taken back: who is here says so once more, and it goes on. */
export const ConfirmSheet = ({ confirmation: { say, giveUp }, byCode }: ConfirmSheetProps) => (
  <Sheet title={securityWords.confirmTitle} onClose={giveUp}>
    <p className="t2">{securityWords.confirmLead}</p>
    <Credentials
      className="col g3 mt2"
      verb={securityWords.confirm}
      send={(entered) => say(entered(byCode ? 'code' : 'password'))}
      fields={
        byCode ? <CodeField title={securityWords.code} /> : <Secret name="password" title={words.password} />
      }
    />
  </Sheet>
);
