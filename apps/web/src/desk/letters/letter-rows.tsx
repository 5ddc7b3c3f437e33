import { Button } from 'antd';
import type { LetterView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { Chip } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { letterWords } from '../../words/letter.words.js';

interface RowsProps {
  readonly letters: readonly LetterView[];
  readonly box: 'received' | 'issued';
  readonly onRead: (letter: LetterView) => void;
  readonly onNext: (letter: LetterView) => void;
}

export const LetterRows = ({ letters, box, onRead, onNext }: RowsProps) =>
  letters.length === 0 ? (
    <Empty text={box === 'issued' ? letterWords.noneIssued : letterWords.noneReceived} />
  ) : (
    <ul className="bd">
      {letters.map((letter) => (
        <li key={letter.id} className="line of">
          <LetterFacts letter={letter} />
          <span className="row">
            <Standing letter={letter} />
            {letter.nextRung !== null && <Button onClick={() => onNext(letter)}>{letterWords.next}</Button>}
            <Button type={letter.mayAnswer ? 'primary' : 'default'} onClick={() => onRead(letter)}>
              {letter.mayAnswer ? letterWords.answer : letterWords.read}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );

function LetterFacts({ letter }: { readonly letter: LetterView }) {
  const { number, kindTitle, matter, fromUnit, toUnit, issuedBy, onBehalfOf, issuedAt, answer } = letter;
  const now = new Date();
  const who = (name: string, others: readonly string[]) => ledgerWords.actingFor(name, others);
  return (
    <div>
      <b>{number}</b> {matter}
      <div className="s t2">
        <MetaLine
          facts={[
            kindTitle,
            letterWords.fromTo(fromUnit.name, toUnit.name),
            letterWords.issuedBy(shownMoment(issuedAt, now), who(issuedBy, onBehalfOf)),
            answer
              ? letterWords.answeredBy(shownMoment(answer.at, now), who(answer.by, answer.onBehalfOf))
              : letterWords.dueOn(letter.answerBy),
            letter.follows && letterWords.follows(letter.follows),
            letter.followedBy && letterWords.followedBy(letter.followedBy),
          ]}
        />
      </div>
    </div>
  );
}

const tones: Readonly<Record<string, 'red' | 'green' | 'blue'>> = {
  late: 'red',
  'answered-late': 'red',
  followed: 'red',
  answered: 'green',
};

const Standing = ({ letter: { standing } }: { readonly letter: LetterView }) => (
  <Chip tone={tones[standing] ?? 'blue'}>{letterWords.standings[standing]}</Chip>
);
