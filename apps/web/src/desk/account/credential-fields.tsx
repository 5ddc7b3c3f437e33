import { Input } from 'antd';
import { Labelled } from '../../kit/labelled.js';
import { securityWords } from '../../words/security.words.js';
import { words } from '../../words/words.js';

export const LoginField = ({ given }: { readonly given?: string }) => (
  <Labelled title={words.login}>
    <Input
      name="login"
      autoComplete="username"
      defaultValue={given}
      required
      autoFocus={given === undefined}
    />
  </Labelled>
);

/** The password that is in force, under the name by which its form reads it. */
export const PasswordField = ({
  name,
  title = words.password,
}: {
  readonly name: string;
  readonly title?: string;
}) => (
  <Labelled title={title}>
    <Input name={name} type="password" autoComplete="current-password" required />
  </Labelled>
);

export const NewPasswordField = () => (
  <Labelled title={words.newPassword}>
    <Input name="new" type="password" autoComplete="new-password" minLength={10} required />
  </Labelled>
);

/** Of the second factor, where the account has one. */
export const CodeField = () => (
  <Labelled title={securityWords.code}>
    <Input name="code" autoComplete="one-time-code" required autoFocus />
  </Labelled>
);
