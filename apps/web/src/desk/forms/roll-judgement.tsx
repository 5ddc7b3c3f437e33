import type { MeetingFigure } from '@wuqing/deliberation';
import { Icon } from '../../kit/icon.js';
import { Unconfirmed } from '../../kit/marks.js';
import { judgementOf, type MeetingRoll, type RollDraft } from '../../forms/roll-state.js';
import { formWords } from '../../words/form.words.js';

interface FigureProps {
  readonly figure: MeetingFigure;
  readonly isMet: boolean;
  readonly said: string;
}

const Figure = ({ figure, isMet, said }: FigureProps) => (
  <div>
    <span className={isMet ? 'grn' : 'amb'}>
      <Icon name={isMet ? 'ok' : 'warn'} />
    </span>{' '}
    <b>{said}</b>
    <div className="s t3">
      {figure.text}，{figure.citation}
      {figure.unconfirmed && <Unconfirmed />}
    </div>
  </div>
);

/** What the counts come to, by the law's figures: computed, never typed. */
export function RollJudgement({ draft, roll }: { readonly draft: RollDraft; readonly roll: MeetingRoll }) {
  const { counts, figures, judged } = judgementOf(draft, roll);
  if (figures === null) return null;
  const { quorum, women, majority } = figures;
  const { present, yes, womenPresent = 0 } = counts;
  const says = (isMet: boolean, met: string, missed: string): string => (isMet ? met : missed);
  return (
    <div className="bd line-above">
      <div className="judge">
        <Figure
          figure={quorum}
          isMet={present >= quorum.needed}
          said={says(
            present >= quorum.needed,
            formWords.quorumMet(present, quorum.needed),
            formWords.quorumMissed(present, quorum.needed),
          )}
        />
        {women && (
          <Figure
            figure={women}
            isMet={womenPresent >= women.needed}
            said={says(
              womenPresent >= women.needed,
              formWords.womenMet(womenPresent, women.needed),
              formWords.womenMissed(womenPresent, women.needed),
            )}
          />
        )}
        {majority && (
          <Figure
            figure={majority}
            isMet={yes >= majority.needed}
            said={says(
              yes >= majority.needed,
              formWords.majorityMet(yes, majority.needed),
              formWords.majorityMissed(yes, majority.needed),
            )}
          />
        )}
        <div className="verdict">
          <div className="s t3">{formWords.byCounts}</div>
          {judged === undefined && <span className="t3">{formWords.notWhole}</span>}
          {judged?.ok === false && <span className="amb">{judged.error}</span>}
          {judged?.ok && (
            <b className={judged.value.passed ? 'grn' : 'amb'}>{formWords.verdict[judged.value.verdict]}</b>
          )}
        </div>
      </div>
    </div>
  );
}
