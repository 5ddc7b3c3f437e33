import type { NoticeReviewView } from '../../client/api.js';
import { Empty } from '../../kit/empty.js';
import { MetaLine } from '../../kit/meta-line.js';
import { photoMoment } from '../../kit/moment.js';
import { inspectionWords } from '../../words/inspection.words.js';

/** How much of a hash is enough to tell photos apart. */
const HASH_SHOWN = 12;

/** 线下看: what was photographed on the board, each with what is known of it. */
export function BoardPhotos({ photos }: Pick<NoticeReviewView, 'photos'>) {
  return (
    <section className="card" aria-label={inspectionWords.photos}>
      <div className="hd">
        <h2>{inspectionWords.photos}</h2>
        <span className="t3">{inspectionWords.photoCount(photos.length)}</span>
      </div>
      {photos.length === 0 ? (
        <Empty text={inspectionWords.noPhotos} />
      ) : (
        <ul className="bd photos">
          {photos.map(({ id, name, field, takenAt, sha256, hasThumbnail }) => (
            <li key={id}>
              <a href={`/api/files/${id}`} aria-label={inspectionWords.openPhoto(name)}>
                {hasThumbnail && <img src={`/api/files/${id}/thumbnail`} alt={name} loading="lazy" />}
                {name}
              </a>
              <div className="s t2">
                <MetaLine
                  facts={[
                    field,
                    takenAt === null ? inspectionWords.noTime : inspectionWords.takenAt(photoMoment(takenAt)),
                    inspectionWords.hash(sha256.slice(0, HASH_SHOWN)),
                  ]}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
