import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { lettersKindsOptions, lettersListInfiniteOptions, type LetterView } from '../../client/api.js';
import { nextPage } from '../../client/next-page.js';
import { Note } from '../../kit/note.js';
import { letterWords } from '../../words/letter.words.js';
import { MoreRows } from '../states/more-rows.js';
import { Answer } from '../states/page-states.js';
import { IssueLetterDialog } from './issue-letter-dialog.js';
import { LetterRows } from './letter-rows.js';
import { ReadLetter } from './read-letter.js';

/** 函件: what came to the reader's unit to be answered, and what it issued. */
export function LettersPage() {
  const { box = 'received' } = useSearch({ from: '/letters' });
  const navigate = useNavigate({ from: '/letters' });
  const kinds = useQuery(lettersKindsOptions());
  const query = useInfiniteQuery({ ...lettersListInfiniteOptions({ query: { box } }), ...nextPage });
  /** `null`: by itself; a letter: its next rung. */
  const [issuing, setIssuing] = useState<LetterView | null>();
  const [issued, setIssued] = useState<LetterView>();
  const [read, setRead] = useState<string>();
  const show = (shown: Box) =>
    void navigate({ search: shown === 'issued' ? { box: shown } : {}, replace: true });
  const taken = (letter: LetterView) => {
    setIssuing(undefined);
    setIssued(letter);
    show('issued');
  };
  const all = kinds.data?.items ?? [];
  const offered = all.filter(({ key, isOnlyNextRung }) =>
    issuing ? key === issuing.nextRung : !isOnlyNextRung,
  );
  return (
    <main className="main">
      <LettersTitle box={box} onBox={show} onIssue={all.length > 0 ? () => setIssuing(null) : undefined} />
      {issued && <Note role="status">{letterWords.issuedAs(issued.number)}</Note>}
      <section className="card mt3">
        <Answer query={query}>
          {({ pages }) => (
            <LetterRows
              letters={pages.flatMap(({ items }) => items)}
              box={box}
              onRead={({ id }) => setRead(id)}
              onNext={setIssuing}
            />
          )}
        </Answer>
        <MoreRows query={query} />
      </section>
      {issuing !== undefined && offered.length > 0 && (
        <IssueLetterDialog
          kinds={offered}
          before={issuing}
          onTaken={taken}
          onClose={() => setIssuing(undefined)}
        />
      )}
      {read !== undefined && <ReadLetter id={read} onClose={() => setRead(undefined)} />}
    </main>
  );
}

type Box = 'received' | 'issued';

interface TitleProps {
  readonly box: Box;
  readonly onBox: (box: Box) => void;
  /** Where the reader may issue some. */
  readonly onIssue: (() => void) | undefined;
}

const LettersTitle = ({ box, onBox, onIssue }: TitleProps) => (
  <div className="title">
    <h1>{letterWords.letters}</h1>
    <Segmented<Box>
      aria-label={letterWords.letters}
      value={box}
      options={[
        { value: 'received', label: letterWords.received },
        { value: 'issued', label: letterWords.issued },
      ]}
      onChange={onBox}
    />
    {onIssue && (
      <Button type="primary" onClick={onIssue}>
        {letterWords.issue}
      </Button>
    )}
  </div>
);
