import type { UrgeDraftView, UrgeResultView } from '../../client/api.js';
import { supervisionWords } from '../../words/supervision.words.js';

interface RowsProps {
  readonly drafts: readonly UrgeDraftView[];
  readonly to: readonly string[];
  readonly results: readonly UrgeResultView[] | undefined;
}

/** Whom each goes to, what bars it, and afterwards what became of it. */
export const UrgeRows = ({ drafts, to, results }: RowsProps) => (
  <table className="tb tight">
    <thead>
      <tr>
        <th scope="col">{supervisionWords.recipients}</th>
        <th scope="col">{supervisionWords.matter}</th>
        <th scope="col">{results ? supervisionWords.result : supervisionWords.arrives}</th>
      </tr>
    </thead>
    <tbody>
      {drafts.map((draft) => (
        <tr key={draft.clockId}>
          <td>{namesOf(draft, to) || supervisionWords.nobody}</td>
          <td>{draft.caseTitle}</td>
          <td>{standingOf(draft, results)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const namesOf = ({ recipients }: UrgeDraftView, to: readonly string[]): string =>
  [...new Set(recipients.filter(({ role }) => to.includes(role)).flatMap(({ names }) => names))].join('、');

function standingOf({ clockId, bar }: UrgeDraftView, results: RowsProps['results']): string {
  const result = results?.find((one) => one.clockId === clockId);
  if (!result) return bar ?? supervisionWords.byChannels;
  return result.ok ? supervisionWords.sent : (result.reason ?? '');
}
