import { Button, Input, Radio } from 'antd';
import type { NoticeReviewView } from '../../client/api.js';
import { adoptable, adopted, type Answers, type Result } from '../../forms/review-answers.js';
import { NOTE_MAX, REVIEW_RESULTS, useReview } from '../../forms/use-review.js';
import { Note } from '../../kit/note.js';
import { inspectionWords } from '../../words/inspection.words.js';
import { Failure } from '../states/failure.js';

/** The lines of that look, the system's finding under each; nothing is decided before the inspector decides. */
export function ReviewChecklist({ review }: { readonly review: NoticeReviewView }) {
  const { lines, mayRecord } = review;
  const { answers, setAnswers, note, setNote, isAsked, send, open, failed, lack, submit } = useReview(review);
  return (
    <section className="card" aria-label={inspectionWords.checklist}>
      <div className="hd">
        <h2>{inspectionWords.checklist}</h2>
        <span className="t3">{inspectionWords.checklistNote(lines.length)}</span>
      </div>
      {lines.map((line, at) => (
        <Line
          key={line.key}
          line={line}
          number={at + 1}
          chosen={mayRecord ? answers[line.key] : (line.result ?? undefined)}
          isLacking={isAsked && answers[line.key] === undefined}
          {...(mayRecord && { onChoose: (result) => setAnswers({ ...answers, [line.key]: result }) })}
        />
      ))}
      {send.isSuccess && open.length === lines.length && <Note tone="ok">{inspectionWords.kept}</Note>}
      <Failure error={send.error} />
      {mayRecord ? (
        <div className="bd col g3">
          <NoteField note={note} onChange={setNote} />
          <SubmitRow lack={lack} failed={failed} isBusy={send.isPending} onSubmit={submit}>
            <Adopt lines={lines} answers={answers} onAdopt={setAnswers} />
          </SubmitRow>
        </div>
      ) : (
        <p className="ft s t2">{inspectionWords.mayNotRecord}</p>
      )}
    </section>
  );
}

interface NoteProps {
  readonly note: string;
  readonly onChange: (note: string) => void;
}

const NoteField = ({ note, onChange }: NoteProps) => (
  <label className="col" id="line-note">
    <span>
      <b>{inspectionWords.note}</b> <span className="s t3">{inspectionWords.noteNeeded}</span>
    </span>
    <Input.TextArea
      autoSize={{ minRows: 2, maxRows: 6 }}
      maxLength={NOTE_MAX}
      value={note}
      onChange={({ target }) => onChange(target.value)}
    />
  </label>
);

interface SubmitProps {
  /** What is still missing, in words. */
  readonly lack: string;
  readonly failed: number;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
  readonly children: React.ReactNode;
}

const SubmitRow = ({ lack, failed, isBusy, onSubmit, children }: SubmitProps) => (
  <div className="row">
    <span className="s t2">{lack}</span>
    <span className="sp" />
    {children}
    <Button type="primary" loading={isBusy} onClick={onSubmit}>
      {failed > 0 ? inspectionWords.submitFailed(failed) : inspectionWords.submit}
    </Button>
  </div>
);

interface AdoptProps {
  readonly lines: NoticeReviewView['lines'];
  readonly answers: Answers;
  readonly onAdopt: (answers: Answers) => void;
}

/** Takes over what the system found, for the lines that are still open. */
function Adopt({ lines, answers, onAdopt }: AdoptProps) {
  const howMany = adoptable(lines, answers);
  if (howMany === 0) return null;
  return <Button onClick={() => onAdopt(adopted(lines, answers))}>{inspectionWords.adopt(howMany)}</Button>;
}

interface LineProps {
  readonly line: NoticeReviewView['lines'][number];
  readonly number: number;
  readonly chosen: Result | undefined;
  readonly isLacking: boolean;
  readonly onChoose?: (result: Result) => void;
}

function Line({ line, number, chosen, isLacking, onChoose }: LineProps) {
  const { key, title, systemVerdict, systemFinding } = line;
  return (
    <div className={isLacking ? 'rv lacks' : 'rv'} id={`line-${key}`}>
      <span className="t3">{number}</span>
      <span>{title}</span>
      <Radio.Group
        aria-label={title}
        size="small"
        optionType="button"
        buttonStyle="solid"
        disabled={!onChoose}
        value={chosen}
        options={REVIEW_RESULTS.map((value) => ({ value, label: inspectionWords.results[value] }))}
        onChange={({ target }) => onChoose?.(target.value as Result)}
      />
      <span className={systemVerdict === 'fail' ? 's fail' : 's t2'}>
        {inspectionWords.system(systemFinding)}
      </span>
    </div>
  );
}
