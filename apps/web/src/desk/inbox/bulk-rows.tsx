import { Icon, type IconName } from '../../kit/icon.js';
import { MetaLine } from '../../kit/meta-line.js';
import { yuanOf } from '../../kit/money.js';
import { inboxWords } from '../../words/inbox.words.js';
import type { ListedRow } from './use-inbox.js';

export interface ToldRow {
  readonly row: ListedRow;
  readonly text: string | null;
}

interface BulkRowsProps {
  readonly title: string;
  readonly icon: IconName;
  readonly tone: 'grn' | 'red' | 't3';
  readonly rows: readonly ToldRow[];
}

/** Rows of which the same is true, each with what is to be said of it. */
export const BulkRows = ({ title, icon, tone, rows }: BulkRowsProps) =>
  rows.length > 0 && (
    <div className="card">
      <div className="hd">
        <h2>{title}</h2>
        <span className="t3">{inboxWords.count(rows.length)}</span>
      </div>
      <table className="tb">
        <tbody>
          {rows.map(({ row, text }) => (
            <tr key={row.id}>
              <td className={`mark ${tone}`}>
                <Icon name={icon} />
              </td>
              <td>
                {row.caseTitle}
                <div className="s t3">
                  <MetaLine
                    facts={[
                      row.unitName,
                      row.name,
                      row.amountFen !== null && `${yuanOf(row.amountFen)} ${inboxWords.yuan}`,
                    ]}
                  />
                </div>
              </td>
              <td className="t2">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
