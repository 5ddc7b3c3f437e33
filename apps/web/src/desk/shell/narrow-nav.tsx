import { Drawer } from 'antd';
import type { MeView } from '../../client/api.js';
import { partWords } from '../../words/part.words.js';
import { SideNav } from './side-nav.js';

interface NarrowNavProps {
  readonly me: MeView;
  readonly onClose: () => void;
}

/** The navigation where the window has no room for it at the side. */
export const NarrowNav = ({ me, onClose }: NarrowNavProps) => (
  <Drawer
    open
    onClose={onClose}
    placement="left"
    size={240}
    title={partWords.product}
    styles={{ body: { padding: 0 } }}
  >
    <SideNav me={me} className="side drawn" onGone={onClose} />
  </Drawer>
);
