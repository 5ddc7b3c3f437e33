import { Input } from 'antd';
import { Labelled } from '../../kit/labelled.js';
import { words } from '../../words/words.js';

export const LoginField = () => (
  <Labelled title={words.login}>
    <Input name="login" autoComplete="username" required autoFocus />
  </Labelled>
);

/** The password that is in force, under the name by which its form reads it. */
export const PasswordField = ({ name }: { readonly name: string }) => (
  <Labelled title={words.password}>
    <Input name={name} type="password" autoComplete="current-password" required />
  </Labelled>
);

export const NewPasswordField = () => (
  <Labelled title={words.newPassword}>
    <Input name="new" type="password" autoComplete="new-password" minLength={10} required />
  </Labelled>
);
