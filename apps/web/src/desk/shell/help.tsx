import { Modal } from 'antd';
import { Fragment } from 'react';
import { helpWords } from '../../words/help.words.js';
import { words } from '../../words/words.js';

/** 帮助, and `?`: what the marks of terms say, and every key; none of them is the only way. */
export const Help = ({ onClose }: { readonly onClose: () => void }) => (
  <Modal
    open
    onCancel={onClose}
    footer={null}
    title={helpWords.title}
    closable={{ 'aria-label': words.close }}
  >
    <h3>{helpWords.clocks}</h3>
    <dl className="hc mt2">
      {helpWords.marks.map(([tone, mark, meaning]) => (
        <Fragment key={tone}>
          <dt>
            <span className={`clk ${tone}`}>{mark}</span>
          </dt>
          <dd>{meaning}</dd>
        </Fragment>
      ))}
    </dl>
    <h3 className="mt4">
      {helpWords.keys} <span className="s t3">{helpWords.keysNote}</span>
    </h3>
    <div className="hk mt2">
      {helpWords.allKeys.map(([keys, deed]) => (
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
