import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { lettersAnswer, lettersReadOptions, type LetterView } from '../../client/api.js';
import { useCommand } from '../../client/use-command.js';
import { Labelled } from '../../kit/labelled.js';
import { letterWords } from '../../words/letter.words.js';
import { Failure } from '../states/failure.js';
import { Answer } from '../states/page-states.js';

const TEXT_MAX = 3_000;

interface ReadProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** A letter as it stands on the paper, with its answer or the place to write one. */
export function ReadLetter({ id, onClose }: ReadProps) {
  const query = useQuery(lettersReadOptions({ path: { id } }));
  const title = query.data ? `${query.data.kindTitle} ${query.data.number}` : letterWords.read;
  return (
    <Modal
      open
      width={720}
      title={title}
      onCancel={onClose}
      footer={
        <a className="btn" href={`/api/letters/${id}/paper`} download>
          {letterWords.paper}
        </a>
      }
      closable={{ 'aria-label': letterWords.close }}
    >
      <Answer query={query}>{(letter) => <Text letter={letter} onAnswered={onClose} />}</Answer>
    </Modal>
  );
}

function Text({ letter, onAnswered }: { readonly letter: LetterView; readonly onAnswered: () => void }) {
  const { paragraphs, toUnit, fromUnit, answer, mayAnswer } = letter;
  return (
    <div className="col g3">
      <p>{toUnit.name}：</p>
      {paragraphs.map((text, at) => (
        <p key={at}>{text}</p>
      ))}
      <p className="t2">{fromUnit.name}</p>
      {answer && (
        <Labelled title={letterWords.answer}>
          <p>{answer.text}</p>
        </Labelled>
      )}
      {mayAnswer && <AnswerForm letter={letter} onAnswered={onAnswered} />}
    </div>
  );
}

function AnswerForm({
  letter: { id },
  onAnswered,
}: {
  readonly letter: LetterView;
  readonly onAnswered: () => void;
}) {
  const [text, setText] = useState('');
  const send = useCommand<string, LetterView>(
    (said) => lettersAnswer({ path: { id }, body: { text: said } }),
    onAnswered,
  );
  return (
    <>
      <Failure error={send.error} />
      <Labelled title={letterWords.answer} note={letterWords.answerNote}>
        <Input.TextArea
          value={text}
          maxLength={TEXT_MAX}
          autoSize={{ minRows: 4, maxRows: 12 }}
          onChange={({ target }) => setText(target.value)}
        />
      </Labelled>
      <div className="row">
        <Button
          type="primary"
          disabled={text.trim() === ''}
          loading={send.isPending}
          onClick={() => send.mutate(text)}
        >
          {letterWords.answer}
        </Button>
      </div>
    </>
  );
}
