import { useQuery } from '@tanstack/react-query';
import { caseHistoryPapersOptions } from '../../client/api.js';
import { Link } from '@tanstack/react-router';
import { caseWords } from '../../words/case.words.js';
import { printWords } from '../../words/print.words.js';
import { EarlierPapers } from '../forms/earlier-papers.js';
import { Answer } from '../states/page-states.js';

/** 提交的表单: what was submitted, with its files, each as far as its reader may see it. */
export function PapersCard({ caseId }: { readonly caseId: string }) {
  const papers = useQuery(caseHistoryPapersOptions({ path: { id: caseId } }));
  return (
    <Answer query={papers}>
      {({ items, people }) => (
        <EarlierPapers
          papers={items}
          nameOf={(id) => people.find((person) => person.id === id)?.name ?? id}
          title={caseWords.papers}
          none={caseWords.noPapers}
          actionsOf={(at) => (
            <Link
              className="btn sm"
              to="/print/cases/$caseId/$paper"
              params={{ caseId, paper: String(at) }}
              aria-label={printWords.of(items[at]!.step)}
            >
              {printWords.print}
            </Link>
          )}
        />
      )}
    </Answer>
  );
}
