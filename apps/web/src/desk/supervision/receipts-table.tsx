import { supervisionWords } from '../../words/supervision.words.js';
import './supervision.css';

/** Whom something reached, when, and whether it was read; a row is a receiver. */
export const ReceiptsTable = ({ children }: { readonly children: React.ReactNode }) => (
  <table className="rc">
    <thead>
      <tr>
        <th scope="col">{supervisionWords.receiver}</th>
        <th scope="col">{supervisionWords.sentAt}</th>
        <th scope="col">{supervisionWords.readAt}</th>
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
);
