import { judgementOf, type MeetingRoll, type RollDraft } from '../../forms/roll-state.js';
import { Icon } from '../../kit/icon.js';
import { formWords } from '../../words/form.words.js';

const Tick = ({ isMet, said }: { readonly isMet: boolean; readonly said: string }) => (
  <li className={isMet ? 'tick y' : 'tick w'}>
    <Icon name={isMet ? 'ok' : 'warn'} />
    <div>{said}</div>
  </li>
);

/** Six figures and what they come to by the law: computed, never typed. */
export function RollFigures({ draft, roll }: { readonly draft: RollDraft; readonly roll: MeetingRoll }) {
  const { counts, figures, judged } = judgementOf(draft, roll);
  if (figures === null) return null;
  const { quorum, women, majority } = figures;
  const { present, yes, no, abstain, recused, shouldAttend, womenPresent = 0 } = counts;
  const figure: readonly (readonly [string, number])[] = [
    ['应到', shouldAttend],
    ['实到', present],
    ['同意', yes],
    ['反对', no],
    ['弃权', abstain],
    ['回避', recused.length],
  ];
  const tick = (is: number, needed: number, met: typeof formWords.quorumMet, missed: typeof met) => (
    <Tick isMet={is >= needed} said={(is >= needed ? met : missed)(is, needed)} />
  );
  return (
    <div className="ph-figures">
      <dl className="row">
        {figure.map(([title, count]) => (
          <div key={title}>
            <dt className="t2">{title}</dt>
            <dd>
              <b>{count}</b>
            </dd>
          </div>
        ))}
      </dl>
      <ul className="mt2">
        {tick(present, quorum.needed, formWords.quorumMet, formWords.quorumMissed)}
        {women && tick(womenPresent, women.needed, formWords.womenMet, formWords.womenMissed)}
        {majority && tick(yes, majority.needed, formWords.majorityMet, formWords.majorityMissed)}
      </ul>
      <div className="mt2">
        {formWords.byCounts}：{judged === undefined && <span className="t2">{formWords.notWhole}</span>}
        {judged?.ok === false && <span className="amb">{judged.error}</span>}
        {judged?.ok && (
          <b className={judged.value.passed ? 'grn' : 'amb'}>{formWords.verdict[judged.value.verdict]}</b>
        )}
      </div>
    </div>
  );
}
