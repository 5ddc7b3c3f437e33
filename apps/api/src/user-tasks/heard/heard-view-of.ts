import type { PayloadField } from '@wuqing/bpmn-model';
import type { Json } from '@wuqing/kernel';
import { shownMoment } from '../../http/shown-moment.js';
import { objectionPhotoViewOf } from '../../public-pages/objections/objection-photo.view.js';
import type { SeenComplaint } from '../../visibility/visible-complaints.js';
import type { HeardWords } from '../../visibility/visible-heard.js';
import type { PaperFieldView } from '../dto/task-aside.view.js';
import type { HeardView } from '../dto/heard.view.js';

const TITLE = '提出的内容';
const UNSAID = '没有留姓名';

/** What a message said, as whoever answers it reads it. */
export function heardViewOf({ message, event, fields, objection, photos, named }: HeardWords): HeardView {
  const said = fields.flatMap((field) => fieldOf(field, message.said[field.name]));
  const from =
    objection && named
      ? [shown('objector', '异议人', objection.objector ?? UNSAID), ...telephoneOf(objection.telephone)]
      : [];
  return {
    title: event ?? TITLE,
    at: shownMoment(objection?.receivedAt ?? message.at),
    by: null,
    fields: [...said, ...from],
    photos: photos.map(objectionPhotoViewOf),
  };
}

/** What somebody wrote on the town's page, as whoever handles it reads it; `unit`: what it is about. */
export function complaintHeard({ row, who, photos }: SeenComplaint, unit: string): HeardView {
  const from = who
    ? [
        shown('names', '信访人', who.names.length > 0 ? who.names.join('、') : UNSAID),
        ...telephoneOf(who.contact),
      ]
    : [];
  return {
    title: '网上反映的内容',
    at: shownMoment(row.receivedAt),
    by: null,
    fields: [
      shown('unit', '哪里的事', unit),
      shown('request', '诉求', row.request),
      shown('facts', '事实和理由', row.facts),
      ...from,
    ],
    photos: photos.map(objectionPhotoViewOf),
  };
}

const telephoneOf = (telephone: string | null): PaperFieldView[] =>
  telephone === null ? [] : [shown('telephone', '电话', telephone)];

/** What was not said is not there. */
function fieldOf({ name, title }: PayloadField, value: Json | undefined): PaperFieldView[] {
  if (value === undefined || value === null || value === '') return [];
  return [shown(name, title, value)];
}

const shown = (key: string, title: string, value: Json): PaperFieldView => ({
  key,
  title,
  schema: { type: 'string', title },
  value,
});
