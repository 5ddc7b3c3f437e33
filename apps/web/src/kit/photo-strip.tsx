import { partWords } from '../words/part.words.js';

interface ShownPhoto {
  readonly id: string;
  readonly url: string;
  readonly thumbnailUrl: string;
}

/** Photos beside words, small; each opens whole. */
export const PhotoStrip = ({ photos }: { readonly photos: readonly ShownPhoto[] }) =>
  photos.length === 0 ? null : (
    <ul className="thumbs">
      {photos.map(({ id, url, thumbnailUrl }, at) => (
        <li key={id}>
          <a href={url} download>
            <img src={thumbnailUrl} alt={partWords.photo(at + 1)} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
