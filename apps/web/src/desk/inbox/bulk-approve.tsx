import { Button, Input } from 'antd';
import { useState } from 'react';
import { Labelled } from '../../kit/labelled.js';
import { formWords } from '../../words/form.words.js';
import { inboxWords } from '../../words/inbox.words.js';
import { Failure } from '../states/failure.js';
import { BulkRows } from './bulk-rows.js';
import { rowsFor, useBulk, type BulkResult } from './use-bulk.js';
import type { ListedRow } from './use-inbox.js';

interface BulkApproveProps {
  readonly rows: readonly ListedRow[];
  readonly onDone: (result: BulkResult) => void;
  readonly onBack: () => void;
}

/** 批量同意: what can be agreed to together, what cannot and why; nothing is agreed to before the button is pressed. */
export function BulkApprove({ rows, onDone, onBack }: BulkApproveProps) {
  const [opinion, setOpinion] = useState('');
  const bulk = useBulk(onDone);
  const able = rows.filter(rowsFor.approve);
  const others = rows.filter((row) => !rowsFor.approve(row));
  const agree = () =>
    bulk.mutate({ deed: 'approve', rows: able, ...(opinion.trim() !== '' && { opinion: opinion.trim() }) });
  return (
    <>
      <p className="t2">{inboxWords.approveNote}</p>
      <BulkRows
        title={inboxWords.together}
        icon="ok"
        tone="grn"
        rows={able.map((row) => ({ row, text: null }))}
      />
      <BulkRows
        title={inboxWords.oneByOne}
        icon="info"
        tone="t3"
        rows={others.map((row) => ({ row, text: row.bulk.reason }))}
      />
      <Failure error={bulk.error} />
      <div className="card">
        {able.length > 0 && (
          <div className="bd">
            <Labelled title={inboxWords.opinion} note={inboxWords.opinionNote}>
              <Opinion value={opinion} onChange={setOpinion} />
            </Labelled>
          </div>
        )}
        <div className="ft row">
          {able.length > 0 && (
            <Button type="primary" loading={bulk.isPending} onClick={agree}>
              {inboxWords.approveThese(able.length)}
            </Button>
          )}
          <Button onClick={onBack}>{inboxWords.backToList}</Button>
        </div>
      </div>
    </>
  );
}

/** As many signs as the API takes. */
const OPINION_MAX = 500;

interface OpinionProps {
  readonly id?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One opinion for all of them; a phrase is added to what is there. */
const Opinion = ({ id, value, onChange }: OpinionProps) => (
  <>
    <div className="phr" role="group" aria-label={formWords.phrases}>
      {inboxWords.approvePhrases.map((phrase) => (
        <button
          type="button"
          key={phrase}
          onClick={() => onChange(`${value}${phrase}`.slice(0, OPINION_MAX))}
        >
          {phrase}
        </button>
      ))}
    </div>
    <Input.TextArea
      id={id}
      value={value}
      maxLength={OPINION_MAX}
      autoSize={{ minRows: 2, maxRows: 6 }}
      placeholder={inboxWords.opinionHint}
      onChange={({ target }) => onChange(target.value)}
    />
  </>
);
