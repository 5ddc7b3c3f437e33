import type { CaseStepView } from '../../client/api.js';
import { caseWords } from '../../words/case.words.js';

/** What the diagram shows, as a table: how often, how long, and how much of the term. */
export function StepTable({ steps }: { readonly steps: readonly CaseStepView[] }) {
  if (steps.length === 0) return <p className="t3 dg-none">{caseWords.noSteps}</p>;
  return (
    <div className="dg-t">
      <table className="tb">
        <thead>
          <tr>
            <th scope="col">{caseWords.step}</th>
            <th scope="col" className="num">
              {caseWords.visits}
            </th>
            <th scope="col" className="num">
              {caseWords.used}
            </th>
            <th scope="col">{caseWords.share}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Row key={step.elementId} step={step} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={4} className="s t3">
              {caseWords.unitNote}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Row({ step: { name, visits, use, isLate } }: { readonly step: CaseStepView }) {
  return (
    <tr>
      <td>{name}</td>
      <td className="num">{visits}</td>
      <td className={isLate ? 'num amb b' : 'num'}>
        {use && caseWords.usedOf(use.used, use.term)}
        {use?.unit === '日' && ` ${caseWords.calendarDays}`}
      </td>
      <td>{use && <Share used={use.used} term={use.term} isLate={isLate} />}</td>
    </tr>
  );
}

/** Drawn by the browser itself; the figures beside it say the same. */
const Share = ({ used, term, isLate }: { used: number; term: number; isLate: boolean }) => (
  <progress
    className={isLate ? 'bar warn' : 'bar'}
    max={Math.max(term, 1)}
    value={Math.min(used, term)}
    aria-hidden="true"
  />
);
