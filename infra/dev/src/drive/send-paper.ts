import type { FileField, FileReference } from '@wuqing/forms';
import { required } from '@wuqing/kernel';
import type { Person } from './person.js';

interface UploadShown {
  readonly id: string;
  readonly state: string;
  readonly file: { readonly sha256: string } | null;
}

/** One white page. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
/** One transparent point. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const contentFor = ({ kind }: FileField): Buffer =>
  kind === 'file' ? Buffer.from(PDF, 'latin1') : Buffer.from(PNG, 'base64');

/** Uploads a paper that a journey calls by its name: a white page, or for a photo or a signature a picture. */
export async function sendPaper(
  actor: Person,
  taskId: string,
  field: FileField,
  name: string,
): Promise<FileReference> {
  const bytes = contentFor(field);
  const { body } = await actor.post<UploadShown>(`/api/user-tasks/${taskId}/files`, {
    field: field.key,
    name,
    bytes: bytes.length,
  });
  await actor.sendBytes(`/api/uploads/${body.id}`, bytes);
  const { file, id } = await actor.get<UploadShown>(`/api/uploads/${body.id}`);
  return { id, sha256: required(file ?? undefined, `upload ${id} to be kept`).sha256 };
}
