import type { ObjectionPhotoRow } from '@wuqing/persistence';
import type { Known } from '../../visibility/known.js';
import type { ObjectionPhotoView } from './dto/case-objection.view.js';

/** A photo of an objection, with the addresses of the whole and of its small picture. */
export const objectionPhotoViewOf = ({
  id,
  width,
  height,
}: Known<ObjectionPhotoRow>): ObjectionPhotoView => ({
  id,
  width,
  height,
  url: `/api/objection-photos/${id}`,
  thumbnailUrl: `/api/objection-photos/${id}/thumbnail`,
});
