import { Modal } from 'antd';
import { Fragment } from 'react';
import { inboxWords } from '../../words/inbox.words.js';
import { navWords } from '../../words/nav.words.js';

/** `?`: every key of the page; none of them is the only way. */
export const KeyHelp = ({ onClose }: { readonly onClose: () => void }) => (
  <Modal open onCancel={onClose} footer={null} title={navWords.keys}>
    <p className="t3">{navWords.keysNote}</p>
    <div className="hk mt3">
      {inboxWords.keys.map(([keys, deed]) => (
        <Fragment key={deed}>
          <span>
            {keys.map((key) => (
              <Fragment key={key}>
                <kbd>{key}</kbd>{' '}
              </Fragment>
            ))}
          </span>
          <span>{deed}</span>
        </Fragment>
      ))}
    </div>
  </Modal>
);
