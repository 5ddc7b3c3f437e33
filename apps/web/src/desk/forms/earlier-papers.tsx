import type { JsonObject, Json } from '@wuqing/kernel';
import type { EarlierPaperView, PaperFieldView } from '../../client/api.js';
import { shownValue, type NameOf } from '../../forms/value-text.js';
import { formWords } from '../../words/form.words.js';
import { shortDay } from './short-day.js';

interface PapersProps {
  readonly papers: readonly EarlierPaperView[];
  readonly nameOf: NameOf;
  readonly title?: string;
  /** Said where there are none. */
  readonly none?: string;
  /** What may be done with a paper, by its place among them. */
  readonly actionsOf?: (at: number) => React.ReactNode;
}

/** What the steps before have said, the latest first, each as far as its reader may see it. */
export const EarlierPapers = ({
  papers,
  nameOf,
  title = formWords.papers,
  none = formWords.noPapers,
  actionsOf,
}: PapersProps) => (
  <section className="card">
    <div className="hd">
      <h2>{title}</h2>
    </div>
    <div className="bd">
      {papers.length === 0 && <p className="t3">{none}</p>}
      {[...papers].reverse().map(({ elementId, step, on, by, fields }, at) => (
        <details key={`${elementId} ${papers.length - at}`} className="paper">
          <summary>
            <b>{step}</b> <span className="s t3">{[shortDay(on), by].filter(Boolean).join(' ')}</span>
          </summary>
          <dl className="kv">
            {fields.map((field) => (
              <PaperField key={field.key} field={field} nameOf={nameOf} />
            ))}
          </dl>
          {actionsOf?.(papers.length - 1 - at)}
        </details>
      ))}
    </div>
  </section>
);

/** One answer of a form, as a pair of a description list. */
export function PaperField({ field, nameOf }: { readonly field: PaperFieldView; readonly nameOf: NameOf }) {
  const schema = field.schema as JsonObject;
  const { lines, files } = shownValue(field.value as Json, schema, schema, nameOf);
  return (
    <>
      <dt>{field.title}</dt>
      <dd>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
        {files.map(({ id }, at) => (
          <a key={id} className="doc" href={`/api/files/${id}`}>
            {files.length === 1 ? field.title : `${field.title} ${at + 1}`}
          </a>
        ))}
      </dd>
    </>
  );
}
