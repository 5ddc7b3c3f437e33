import { words } from '../shared/words.js';

export const LoginField = () => (
  <div className="field">
    <label htmlFor="login">{words.login}</label>
    <input id="login" name="login" autoComplete="username" required autoFocus />
  </div>
);

/** The password that is in force, under the name by which its form reads it. */
export const PasswordField = ({ name }: { readonly name: string }) => (
  <div className="field">
    <label htmlFor={name}>{words.password}</label>
    <input id={name} name={name} type="password" autoComplete="current-password" required />
  </div>
);

export const NewPasswordField = () => (
  <div className="field">
    <label htmlFor="new">{words.newPassword}</label>
    <input id="new" name="new" type="password" autoComplete="new-password" minLength={10} required />
  </div>
);
