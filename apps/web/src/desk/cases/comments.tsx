import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import {
  caseCommentsListOptions,
  caseCommentsSay,
  type CommentView,
  type SayCommentDto,
} from '../../client/api.js';
import { useCommand } from '../../client/use-command.js';
import { Labelled } from '../../kit/labelled.js';
import { shownMoment } from '../../kit/moment.js';
import { commentWords } from '../../words/comment.words.js';
import { words } from '../../words/words.js';
import { Failure } from '../states/failure.js';
import { Answer } from '../states/page-states.js';
import './case.css';

const TEXT_MAX = 1_000;

interface CommentsProps {
  readonly caseId: string;
}

/** 沟通、评论 of a case, in its page. */
export function CommentsCard({ caseId }: CommentsProps) {
  const { data } = useQuery(caseCommentsListOptions({ path: { id: caseId } }));
  return (
    <section className="card" aria-label={commentWords.title}>
      <div className="hd">
        <h2>{commentWords.title}</h2>
        {data && data.items.length > 0 && <span className="t3">{commentWords.count(data.items.length)}</span>}
      </div>
      <div className="bd">
        <Comments caseId={caseId} />
      </div>
    </section>
  );
}

/** The same beside a step. */
export const CommentsDialog = ({ caseId, onClose }: CommentsProps & { readonly onClose: () => void }) => (
  <Modal
    open
    title={commentWords.title}
    footer={null}
    onCancel={onClose}
    closable={{ 'aria-label': words.close }}
  >
    <Comments caseId={caseId} />
  </Modal>
);

function Comments({ caseId }: CommentsProps) {
  const query = useQuery(caseCommentsListOptions({ path: { id: caseId } }));
  return (
    <div className="col g3">
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="t3">{commentWords.none}</p>
          ) : (
            <ul className="cm">
              {items.map((one) => (
                <Comment key={one.id} comment={one} />
              ))}
            </ul>
          )
        }
      </Answer>
      <SayForm caseId={caseId} />
    </div>
  );
}

const Comment = ({ comment: { by, mine, at, text } }: { readonly comment: CommentView }) => (
  <li>
    <b>{by}</b>
    {mine && <span className="t3">{commentWords.me}</span>}{' '}
    <time className="s t3" dateTime={at}>
      {shownMoment(at, new Date())}
    </time>
    <p>{text}</p>
  </li>
);

/** One key for one comment: another try after a lost answer says nothing twice, and the next one is another. */
function SayForm({ caseId }: CommentsProps) {
  const [count, setCount] = useState(0);
  return <SayOne key={count} caseId={caseId} onSaid={() => setCount(count + 1)} />;
}

function SayOne({ caseId, onSaid }: CommentsProps & { readonly onSaid: () => void }) {
  const [text, setText] = useState('');
  const say = useCommand<SayCommentDto, CommentView>(
    (body, headers) => caseCommentsSay({ path: { id: caseId }, body, headers }),
    onSaid,
  );
  const isSaid = text.trim() !== '';
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (isSaid && !say.isPending) say.mutate({ text: text.trim() });
  };
  return (
    <form className="col g2" onSubmit={submit}>
      <Failure error={say.error} />
      <Labelled title={commentWords.text} note={commentWords.note}>
        <Input.TextArea
          value={text}
          maxLength={TEXT_MAX}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={({ target }) => setText(target.value)}
        />
      </Labelled>
      <div className="row">
        <Button htmlType="submit" loading={say.isPending} disabled={!isSaid}>
          {commentWords.say}
        </Button>
      </div>
    </form>
  );
}
