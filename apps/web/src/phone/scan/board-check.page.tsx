import { useQuery } from '@tanstack/react-query';
import { noticeReviewsNoticeOptions, type NoticeReviewView } from '../../client/api.js';
import type { Result } from '../../forms/review-answers.js';
import { NOTE_MAX, REVIEW_RESULTS, useReview } from '../../forms/use-review.js';
import { Labelled } from '../../kit/labelled.js';
import { shownMoment } from '../../kit/moment.js';
import { Note } from '../../kit/note.js';
import { inspectionWords } from '../../words/inspection.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { Choice } from '../parts/choice.js';
import { Header } from '../parts/header.js';
import { PhoneDock } from '../parts/phone-dock.js';
import { Section } from '../parts/section.js';
import { useInAddress } from '../parts/to.js';
import { Page } from '../shell/page.js';
import { Answer, PhoneFailure } from '../shell/page-states.js';
import { BoardShots } from './board-shots.js';

const RESULT_OPTIONS = REVIEW_RESULTS.map((value) => ({ value, label: inspectionWords.results[value] }));

/** 公开栏检查: what should hang, what was photographed of it, and what the inspector finds before the board. */
export function BoardCheckPage() {
  const noticeId = useInAddress('noticeId');
  const query = useQuery(noticeReviewsNoticeOptions({ path: { id: noticeId }, query: { look: 'onsite' } }));
  if (query.data) return <Check review={query.data} key={noticeId} />;
  return (
    <Page header={<Header title={phoneWords.boardCheck} back="/scan" />}>
      <Answer query={query}>{() => null}</Answer>
    </Page>
  );
}

function Check({ review }: { readonly review: NoticeReviewView }) {
  const { lines, mayRecord } = review;
  const { answers, setAnswers, note, setNote, isAsked, send, open, failed, lack, submit } = useReview(review);
  const isKept = send.isSuccess && open.length === lines.length;
  return (
    <Page
      header={<Header title={phoneWords.boardCheck} back="/scan" />}
      below={
        mayRecord && (
          <PhoneDock said={isKept ? undefined : lack}>
            <button type="button" className="btn pri" disabled={send.isPending} onClick={submit}>
              {failed > 0 ? inspectionWords.submitFailed(failed) : inspectionWords.submit}
            </button>
          </PhoneDock>
        )
      }
    >
      <Head review={review} />
      <BoardShots photos={review.photos} />
      <PhoneFailure error={send.error} />
      {isKept && <Kept />}
      <Section title={inspectionWords.checklist}>
        {lines.map((line) => (
          <Line
            key={line.key}
            line={line}
            chosen={mayRecord ? answers[line.key] : (line.result ?? undefined)}
            isLacking={isAsked && answers[line.key] === undefined}
            onChoose={mayRecord ? (result) => setAnswers({ ...answers, [line.key]: result }) : undefined}
          />
        ))}
        {mayRecord ? (
          <NoteField note={note} onChange={setNote} />
        ) : (
          <p className="t2 mt2">{inspectionWords.mayNotRecord}</p>
        )}
      </Section>
      <Earlier reviews={review.reviews} />
    </Page>
  );
}

const Kept = () => (
  <div className="ph-pad">
    <Note tone="ok" role="status">
      {inspectionWords.kept}
    </Note>
  </div>
);

interface NoteProps {
  readonly note: string;
  readonly onChange: (note: string) => void;
}

const NoteField = ({ note, onChange }: NoteProps) => (
  <div id="line-note" className="mt3">
    <Labelled title={inspectionWords.note} note={inspectionWords.noteNeeded}>
      <textarea
        className="ta"
        rows={2}
        maxLength={NOTE_MAX}
        value={note}
        onChange={({ target }) => onChange(target.value)}
      />
    </Labelled>
  </div>
);

const Head = ({
  review: { title, unitName, fromOn, toOn, noticeId },
}: {
  readonly review: NoticeReviewView;
}) => (
  <div className="ph-head">
    <h2 className="name">{title}</h2>
    <div className="t2">
      {[unitName, fromOn && toOn && inspectionWords.period(fromOn, toOn)].filter(Boolean).join('，')}
    </div>
    <a className="btn blk mt2" href={`/notices/${noticeId}`}>
      {inspectionWords.toNotice}
    </a>
  </div>
);

interface LineProps {
  readonly line: NoticeReviewView['lines'][number];
  readonly chosen: Result | undefined;
  readonly isLacking: boolean;
  readonly onChoose: ((result: Result) => void) | undefined;
}

function Line({
  line: { key, title, systemVerdict, systemFinding },
  chosen,
  isLacking,
  onChoose,
}: LineProps) {
  return (
    <div className="ph-p" id={`line-${key}`}>
      <div className="who">
        <b>{title}</b>
      </div>
      {onChoose ? (
        <Choice label={title} options={RESULT_OPTIONS} chosen={chosen} onChoose={onChoose} />
      ) : (
        chosen && <div>{inspectionWords.results[chosen]}</div>
      )}
      {isLacking && <div className="msg err">{phoneWords.chooseOne}</div>}
      <div className={systemVerdict === 'fail' ? 'amb mt1' : 't2 mt1'}>
        {inspectionWords.system(systemFinding)}
      </div>
    </div>
  );
}

function Earlier({ reviews }: Pick<NoticeReviewView, 'reviews'>) {
  if (reviews.length === 0) return null;
  return (
    <Section title={inspectionWords.earlier}>
      <ul>
        {reviews.map(({ id, reviewedBy, at, failed, note }) => (
          <li key={id} className="t2">
            {[
              inspectionWords.by(reviewedBy, shownMoment(at, new Date())),
              inspectionWords.failedLines(failed),
              note,
            ]
              .filter(Boolean)
              .join('，')}
          </li>
        ))}
      </ul>
    </Section>
  );
}
