import { ledgerWords } from '../../words/ledger.words.js';
import type { ChangedText } from './ledger-values.js';

/** What was written over what, field by field. */
export const Changes = ({ changes }: { readonly changes: readonly ChangedText[] }) =>
  changes.length > 0 && (
    <dl className="kv lg-changes">
      {changes.map(({ key, title, before, after }) => (
        <div key={key} className="pair">
          <dt>{title}</dt>
          <dd>
            <del>{before ?? ledgerWords.nothing}</del> → <ins>{after ?? ledgerWords.nothing}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
