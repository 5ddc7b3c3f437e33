import type { NoticeReviewView } from '../../client/api.js';
import { photoMoment } from '../../kit/moment.js';
import { inspectionWords } from '../../words/inspection.words.js';
import { Section } from '../parts/section.js';

/** What was photographed of the board, each with the time that its camera wrote. */
export const BoardShots = ({ photos }: Pick<NoticeReviewView, 'photos'>) => (
  <Section title={inspectionWords.photos} said={inspectionWords.photoCount(photos.length)}>
    {photos.length === 0 && <p className="t2">{inspectionWords.noPhotos}</p>}
    <ul>
      {photos.map(({ id, name, takenAt, hasThumbnail }) => (
        <li key={id} className="ph-shot">
          <a href={`/api/files/${id}`} aria-label={inspectionWords.openPhoto(name)}>
            {hasThumbnail ? <img src={`/api/files/${id}/thumbnail`} alt={name} loading="lazy" /> : name}
          </a>
          <span className="t2">
            {takenAt === null ? inspectionWords.noTime : inspectionWords.takenAt(photoMoment(takenAt))}
          </span>
        </li>
      ))}
    </ul>
  </Section>
);
