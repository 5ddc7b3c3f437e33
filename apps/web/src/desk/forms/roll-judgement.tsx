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
    <b>
      <span className={isMet ? 'grn' : 'amb'}>
        <Icon name={isMet ? 'ok' : 'warn'} />
      </span>
      {said}
    </b>
    <div className="s t3">
      {figure.text}，{figure.citation}
      {figure.unconfirmed && <Unconfirmed />}
    </div>
  </div>
);

interface Judged {
  readonly figure: MeetingFigure | null;
  readonly count: number;
  readonly met: (count: number, needed: number) => string;
  readonly missed: (count: number, needed: number) => string;
}

/** A count against what the law asks for, and the sentence for it; nothing where the law asks for none. */
function JudgedFigure({ figure, count, met, missed }: Judged) {
  if (!figure) return null;
  const isMet = count >= figure.needed;
  return <Figure figure={figure} isMet={isMet} said={(isMet ? met : missed)(count, figure.needed)} />;
}

/** What the counts come to, by the law's figures: computed, never typed. */
export function RollJudgement({ draft, roll }: { readonly draft: RollDraft; readonly roll: MeetingRoll }) {
  const { counts, figures, judged } = judgementOf(draft, roll);
  if (figures === null) return null;
  const { present, yes, womenPresent = 0 } = counts;
  const { quorumMet, quorumMissed, womenMet, womenMissed, majorityMet, majorityMissed } = formWords;
  return (
    <div className="bd line-above">
      <div className="judge">
        <JudgedFigure figure={figures.quorum} count={present} met={quorumMet} missed={quorumMissed} />
        <JudgedFigure figure={figures.women} count={womenPresent} met={womenMet} missed={womenMissed} />
        <JudgedFigure figure={figures.majority} count={yes} met={majorityMet} missed={majorityMissed} />
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
