import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { slipsKindsOptions, slipsListInfiniteOptions, type SlipView } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Note } from '../../kit/note.js';
import { slipWords } from '../../words/slip.words.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import { OpenedSlip } from './opened-slip.js';
import { SendSlipDialog } from './send-slip-dialog.js';
import { SlipRows } from './slip-rows.js';

/** 流转单: what came to the reader's office, and what he sent. */
export function SlipsPage() {
  const { box = 'received' } = useSearch({ from: '/slips' });
  const navigate = useNavigate({ from: '/slips' });
  const kinds = useQuery(slipsKindsOptions());
  const query = useInfiniteQuery({ ...slipsListInfiniteOptions({ query: { box } }), ...nextPage });
  const [isSending, setSending] = useState(false);
  const [sent, setSent] = useState<SlipView>();
  const [opened, setOpened] = useState<SlipView>();
  const taken = (slip: SlipView) => {
    setSending(false);
    setSent(slip);
    void navigate({ search: { box: 'sent' }, replace: true });
  };
  const mayBeSent = kinds.data?.items ?? [];
  return (
    <main className="main">
      <div className="title">
        <h1>{slipWords.slips}</h1>
        <Segmented
          aria-label={slipWords.slips}
          value={box}
          options={[
            { value: 'received', label: slipWords.received },
            { value: 'sent', label: slipWords.sent },
          ]}
          onChange={(shown) =>
            void navigate({ search: shown === 'sent' ? { box: 'sent' } : {}, replace: true })
          }
        />
        {mayBeSent.length > 0 && (
          <Button type="primary" onClick={() => setSending(true)}>
            {slipWords.send}
          </Button>
        )}
      </div>
      {sent && <Note role="status">{slipWords.sentAs(sent.number)}</Note>}
      <section className="card mt3">
        <Answer query={query}>
          {({ pages }) => (
            <SlipRows slips={pages.flatMap(({ items }) => items)} box={box} onOpen={setOpened} />
          )}
        </Answer>
        <MoreRows query={query} />
      </section>
      {isSending && <SendSlipDialog kinds={mayBeSent} onTaken={taken} onClose={() => setSending(false)} />}
      {opened && <OpenedSlip slip={opened} onClose={() => setOpened(undefined)} />}
    </main>
  );
}
