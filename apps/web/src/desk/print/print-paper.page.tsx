import type { Json, JsonObject } from '@wuqing/kernel';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { caseHistoryPapersOptions, casesReadOptions, type CasePapersView } from '../../client/api.js';
import { shownValue } from '../../forms/value-text.js';
import { Answer, NoSuchPage } from '../states/page-states.js';
import { PrintSheet } from './print-sheet.js';

/** One of a case's forms on paper, as it was submitted and as far as its reader may see it. */
export function PrintPaperPage() {
  const { caseId, paper } = useParams({ from: '/print/cases/$caseId/$paper' });
  const path = { id: caseId };
  const papers = useQuery(caseHistoryPapersOptions({ path }));
  const { data: around } = useQuery(casesReadOptions({ path }));
  return (
    <Answer query={papers}>
      {(read) => (
        <Paper papers={read} at={Number(paper)} facts={[around?.title, around?.number, around?.unitName]} />
      )}
    </Answer>
  );
}

interface PaperProps {
  readonly papers: CasePapersView;
  /** Its place among the papers of the case. */
  readonly at: number;
  readonly facts: readonly (string | undefined)[];
}

function Paper({ papers: { items, people }, at, facts }: PaperProps) {
  const paper = items[at];
  if (!paper) return <NoSuchPage />;
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? id;
  const fields = paper.fields.map(({ key, title, schema, value }) => {
    const own = schema as JsonObject;
    return { key, title, ...shownValue(value as Json, own, own, nameOf) };
  });
  return (
    <PrintSheet
      title={paper.step}
      facts={[...facts, paper.by, paper.on]}
      groups={[{ title: paper.step, fields }]}
    />
  );
}
