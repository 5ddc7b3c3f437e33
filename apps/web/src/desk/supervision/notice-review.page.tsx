import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { noticeReviewsNoticeOptions, type NoticeReviewView } from '../../client/api.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { inspectionWords } from '../../words/inspection.words.js';
import { DocRow } from '../files/doc-row.js';
import { Answer } from '../states/page-states.js';
import { BoardPhotos } from './board-photos.js';
import './inspection.css';
import { ReviewChecklist } from './review-checklist.js';
import './supervision.css';

/** 线上审: the page as villagers read it; 线下看: the photos of its board. The checklist of that look stands beside it. */
export function NoticeReviewPage() {
  const { noticeId } = useParams({ from: '/inspection/notices/$noticeId' });
  const { look = 'online' } = useSearch({ from: '/inspection/notices/$noticeId' });
  const query = useQuery(noticeReviewsNoticeOptions({ path: { id: noticeId }, query: { look } }));
  return (
    <main className="main">
      <Answer query={query}>
        {(review) => (
          <>
            <div className="title wrap">
              <h1>
                {review.unitName} {review.title}
              </h1>
              <span className="sp" />
              <a href={`/notices/${review.noticeId}`} target="_blank" rel="noreferrer">
                {inspectionWords.toNotice}
              </a>
              <Link
                to="/inspection/notices/$noticeId"
                params={{ noticeId }}
                search={look === 'online' ? { look: 'onsite' } : {}}
              >
                {look === 'online' ? inspectionWords.onsite : inspectionWords.review}
              </Link>
              <Link to="/inspection" search={{ tab: look }}>
                {inspectionWords.inspection}
              </Link>
            </div>
            <div className="nr mt3">
              <div className="col g4">
                {look === 'onsite' && <BoardPhotos photos={review.photos} />}
                <PublicContent review={review} />
                <PublicFiles files={review.files} />
                <Earlier reviews={review.reviews} />
              </div>
              <ReviewChecklist review={review} key={`${review.noticeId} ${review.look}`} />
            </div>
          </>
        )}
      </Answer>
    </main>
  );
}

function PublicContent({ review }: { readonly review: NoticeReviewView }) {
  const { fields, fromOn, toOn } = review;
  return (
    <section className="card" aria-label={inspectionWords.page}>
      <div className="hd">
        <h2>{inspectionWords.page}</h2>
        {fromOn && toOn && <span className="t3">{inspectionWords.period(fromOn, toOn)}</span>}
      </div>
      <div className="bd">
        {fields.length === 0 && <p className="t2">{inspectionWords.noContent}</p>}
        <dl className="para">
          {fields.map(({ key, title, value }) => (
            <Fragment key={key}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      </div>
    </section>
  );
}

/** 附件和照片: what hangs with it, each under the field that it was put into. */
const PublicFiles = ({ files }: Pick<NoticeReviewView, 'files'>) => (
  <section className="card" aria-label={inspectionWords.files}>
    <div className="hd">
      <h2>{inspectionWords.files}</h2>
      <span className="t3">{inspectionWords.fileCount(files.length)}</span>
    </div>
    <div className="bd">
      {files.length === 0 && <p className="t2">{inspectionWords.noFiles}</p>}
      {files.map(({ id, field, name, isPhoto }, at) => (
        <DocRow
          key={id ?? at}
          name={name}
          said={name.startsWith(field) ? undefined : field}
          isPhoto={isPhoto}
          {...(id !== null && { href: `/api/public/files/${id}` })}
        />
      ))}
    </div>
  </section>
);

function Earlier({ reviews }: Pick<NoticeReviewView, 'reviews'>) {
  if (reviews.length === 0) return null;
  return (
    <section className="card" aria-label={inspectionWords.earlier}>
      <div className="hd">
        <h2>{inspectionWords.earlier}</h2>
      </div>
      <ul className="bd">
        {reviews.map(({ id, reviewedBy, at, failed, note }) => (
          <li key={id} className="line">
            <MetaLine
              facts={[
                inspectionWords.by(reviewedBy, shownMoment(at, new Date())),
                inspectionWords.failedLines(failed),
                note,
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
