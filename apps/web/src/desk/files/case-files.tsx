import { useQuery } from '@tanstack/react-query';
import { shownSize } from '@wuqing/kernel';
import { filesOfCaseOptions, type FileView } from '../../client/api.js';
import { dayOf } from '../../kit/moment.js';
import { caseWords } from '../../words/case.words.js';
import { shortDay } from '../forms/short-day.js';
import { DocRow } from './doc-row.js';

interface FilesProps {
  readonly caseId: string;
  readonly title: string;
}

/** Of many the newest are seen at once. */
const SHOWN = 6;

/** 材料: the files of a case that its reader may open, the newest first; where there are none there is no card. */
export function CaseFiles({ caseId, title }: FilesProps) {
  const { data } = useQuery(filesOfCaseOptions({ path: { id: caseId } }));
  if (!data || data.items.length === 0) return null;
  const files = [...data.items].sort((a, b) => b.uploadedAt.localeCompare(a.uploadedAt));
  const rest = files.slice(SHOWN);
  return (
    <section className="card">
      <div className="hd">
        <h2>{title}</h2>
        <span className="t3">{caseWords.papersCount(files.length)}</span>
      </div>
      <div className="bd">
        <Docs files={files.slice(0, SHOWN)} />
        {rest.length > 0 && (
          <details>
            <summary>{caseWords.restOfFiles(rest.length)}</summary>
            <Docs files={rest} />
          </details>
        )}
      </div>
    </section>
  );
}

const Docs = ({ files }: { readonly files: readonly FileView[] }) =>
  files.map(({ id, originalName, bytes, uploadedAt }) => (
    <DocRow
      key={id}
      name={originalName}
      href={`/api/files/${id}`}
      said={`${shownSize(bytes)}　${shortDay(dayOf(uploadedAt))}`}
    />
  ));
