import { To } from './to.js';
import { Icon } from '../../kit/icon.js';
import { phoneWords } from '../../words/phone.words.js';

interface HeaderProps {
  readonly title: string;
  /** A page that lies behind another one leads back to it. */
  readonly back?: `/${string}`;
  /** What stands at the right: an action, or how the draft stands. */
  readonly children?: React.ReactNode;
}

export const Header = ({ title, back, children }: HeaderProps) => (
  <header className="ph-h">
    {back !== undefined && (
      <To className="act backb" to={back} aria-label={phoneWords.back}>
        <Icon name="left" />
      </To>
    )}
    <h1>{title}</h1>
    <span className="sp" />
    {children}
  </header>
);
