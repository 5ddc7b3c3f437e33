import { partWords } from '../words/part.words.js';
import { Icon, type IconName } from './icon.js';

/** A dashed frame means 「not decided yet」 and nothing else. */
export const Unconfirmed = ({ text = partWords.unconfirmed }: { readonly text?: string }) => (
  <>
    {' '}
    <span className="unconf">{text}</span>
  </>
);

/** Who alone may know; the colour is used for nothing else. */
export const WallChip = ({
  text = partWords.walled,
  icon = 'hidden',
}: {
  text?: string;
  icon?: IconName;
}) => (
  <span className="wall">
    <Icon name={icon} />
    {text}
  </span>
);

export type ChipTone = 'blue' | 'green' | 'amber' | 'red';

export const Chip = ({
  tone,
  children,
}: {
  readonly tone?: ChipTone;
  readonly children: React.ReactNode;
}) => <span className={tone ? `chip ${tone}` : 'chip'}>{children}</span>;
