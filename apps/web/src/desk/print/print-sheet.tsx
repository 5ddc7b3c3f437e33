import { Button } from 'antd';
import { fileTitle, type ReadField, type ReadGroup } from '../../forms/reading.js';
import { Icon } from '../../kit/icon.js';
import { MetaLine } from '../../kit/meta-line.js';
import { printWords } from '../../words/print.words.js';
import './print.css';

interface SheetProps {
  readonly title: string;
  /** Of which case and step, by whom and when. */
  readonly facts: readonly (string | null | undefined)[];
  readonly groups: readonly ReadGroup[];
}

/** One form on A4, as the browser prints it: the reading view in a frame. */
export const PrintSheet = ({ title, facts, groups }: SheetProps) => (
  <main className="main">
    <div className="row sheet-b">
      <Button type="primary" onClick={() => window.print()}>
        <Icon name="print" />
        {printWords.print}
      </Button>
      <Button onClick={() => window.history.back()}>{printWords.back}</Button>
    </div>
    <article className="sheet">
      <h1>{title}</h1>
      <p className="sheet-f">
        <MetaLine facts={facts} />
      </p>
      {groups.length === 0 && <p>{printWords.empty}</p>}
      {groups.map((group) => (
        <table className="sheet-t" key={group.title}>
          {groups.length > 1 && <caption>{group.title}</caption>}
          <tbody>
            {group.fields.map((field) => (
              <tr key={field.key}>
                <th scope="row">{field.title}</th>
                <td>
                  <Written field={field} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </article>
  </main>
);

const Written = ({ field }: { readonly field: ReadField }) => (
  <>
    {field.lines.map((line, at) => (
      <div key={at}>{line}</div>
    ))}
    {field.files.map(({ id, sha256 }, at) => (
      <div key={id}>
        {fileTitle(field, at)} <span className="sheet-h">{sha256}</span>
      </div>
    ))}
    {Array.from({ length: field.ruled ?? 0 }, (_, at) => (
      <div key={at} className="sheet-l" />
    ))}
  </>
);
