import type { StoredFileRow } from '@wuqing/persistence';
import { shownMoment } from '../http/shown-moment.js';
import type { Known } from '../visibility/known.js';
import type { SeenFile } from '../visibility/visible-files.js';
import type { FileView, UploadView } from './dto/file.view.js';

/** Of a kept file. */
export function fileViewOf({ row, origin }: SeenFile): FileView {
  return { ...viewOf(row), origin };
}

function viewOf(row: Known<StoredFileRow>): FileView {
  return {
    id: row.id,
    name: row.name!,
    originalName: row.originalName,
    mediaType: row.mediaType!,
    bytes: row.bytes!,
    sha256: row.sha256!,
    width: row.width,
    height: row.height,
    hasThumbnail: row.hasThumbnail,
    uploadedAt: shownMoment(row.createdAt),
    field: row.field,
    userTaskId: row.userTaskId,
    origin: null,
  };
}

export const uploadAddress = (id: string): string => `/api/uploads/${id}`;

/** `offset`: bytes that have arrived. */
export function uploadViewOf(row: Known<StoredFileRow>, personId: string, offset: number): UploadView {
  const { id, field, originalName, declaredBytes, state, refusal, ownerId } = row;
  return {
    id,
    url: uploadAddress(id),
    field,
    originalName,
    bytes: declaredBytes,
    offset: state === 'receiving' ? offset : declaredBytes,
    state,
    refusal,
    mine: ownerId === personId,
    file: state === 'kept' ? viewOf(row) : null,
  };
}
