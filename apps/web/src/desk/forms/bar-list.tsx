import { Popover } from 'antd';
import type { BarView } from '../../client/api.js';
import { LawTexts, lawsIn } from '../../forms/law-texts.js';
import { Icon, type IconName } from '../../kit/icon.js';
import { formWords } from '../../words/form.words.js';

const LOOKS: Readonly<Record<BarView['state'], readonly [className: string, icon: IconName]>> = {
  met: ['tick y', 'ok'],
  open: ['tick w', 'warn'],
  barred: ['tick n', 'refused'],
};

/** What the engine will look at when the form is submitted, and how it stands. */
export function BarList({ bars }: { readonly bars: readonly BarView[] }) {
  if (bars.length === 0) return null;
  const laws = lawsIn(bars);
  return (
    <section className="card">
      <div className="hd">
        <h2>{formWords.bars}</h2>
        <span className="sp" />
        {laws.length > 0 && (
          <Popover trigger="click" placement="leftTop" content={<LawTexts laws={laws} />}>
            <button type="button" className="btn link sm">
              {formWords.law}
            </button>
          </Popover>
        )}
      </div>
      <div className="bd">
        <ul>
          {bars.map(({ id, text, basis, state, message }) => (
            <li className={LOOKS[state][0]} key={id}>
              <Icon name={LOOKS[state][1]} />
              <div>
                {state === 'met' ? text : <b>{text}</b>}
                <div className="s t3">{message ?? basis}</div>
              </div>
            </li>
          ))}
        </ul>
      </div>
      <div className="ft s t2">{formWords.barsFoot}</div>
    </section>
  );
}
