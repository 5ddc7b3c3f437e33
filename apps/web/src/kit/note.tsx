import { Icon, type IconName } from './icon.js';

export type NoteTone = 'plain' | 'warn' | 'late' | 'ok' | 'grey' | 'wl';

const icons: Readonly<Record<NoteTone, IconName>> = {
  plain: 'info',
  warn: 'warn',
  late: 'refused',
  ok: 'ok',
  grey: 'info',
  wl: 'lock',
};

interface NoteProps {
  readonly tone?: NoteTone;
  readonly icon?: IconName;
  /** `alert` interrupts who listens to the page, `status` waits until he is idle. */
  readonly role?: 'alert' | 'status';
  readonly children: React.ReactNode;
}

/** A fact, then what to do. Red is only for refusals and lateness. */
export const Note = ({ tone = 'plain', icon = icons[tone], role, children }: NoteProps) => (
  <div className={tone === 'plain' ? 'note' : `note ${tone}`} role={role}>
    <Icon name={icon} />
    <div>{children}</div>
  </div>
);
