import { digestSentence } from '@wuqing/notifications';
import type { DigestRow, PaperNotificationRow, StepNotificationRow } from '@wuqing/persistence';
import { shownMoment } from '../http/shown-moment.js';
import type { Known } from '../visibility/known.js';
import type { ToldToCaller } from '../visibility/visible-notifications.js';
import type { NotificationView } from './dto/notification.dto.js';

type Words = Pick<NotificationView, 'title' | 'text'>;

/** A message as its reader sees it; inside our walls the case has its title. `today`: 'YYYY-MM-DD'. */
export function notificationViewOf(row: Known<ToldToCaller>, today: string): NotificationView {
  const { id, template, urgency, createdAt, readAt, isToDo, onBehalfOfName } = row;
  const told = {
    id,
    template,
    kind: isToDo ? 'to-do' : 'info',
    isLate: urgency === 'red',
    at: shownMoment(createdAt),
    readAt: readAt === null ? null : shownMoment(readAt),
    onBehalfOf: onBehalfOfName,
  };
  const ofNoCase = { caseId: null, caseNumber: null, taskId: null };
  if (row.caseId === null)
    return row.paper === null
      ? { ...told, ...wordsOfDigest(row), ...ofNoCase, unitName: null, page: null }
      : { ...told, ...wordsOfPaper(row, today), ...ofNoCase, unitName: row.unitName, page: row.paper.page };
  const { caseId, caseNumber, unitName, taskId } = row;
  return { ...told, ...wordsOf(row, today), caseId, caseNumber, unitName, taskId, page: null };
}

const wordsOfDigest = ({ figures }: DigestRow): Words => ({
  title: '今日汇总',
  text: digestSentence(figures) + (figures.gathered > 0 ? `另有 ${figures.gathered} 条通知。` : ''),
});

function wordsOfPaper({ template, paper: { name, dueOn } }: PaperNotificationRow, today: string): Words {
  if (template === 'slip-sent')
    return { title: `流转单待签收：${name}`, text: `请于 ${dayShown(dueOn, today)} 前签收。` };
  if (template === 'letter-issued')
    return { title: `函件待答复：${name}`, text: `请于 ${dayShown(dueOn, today)} 前书面答复。` };
  return { title: `台账登记待确认：${name}`, text: '有一项手工登记，请确认或者退回。' };
}

function wordsOf(row: StepNotificationRow, today: string): Words {
  const { template, caseTitle, taskName, rung, from } = row;
  const day = dayShown(row.dueOn, today);
  const late = `「${taskName}」应于 ${day} 前办结，至今未办结。`;
  switch (template) {
    case 'service-level-opened':
      return { title: `告知：${caseTitle}`, text: `「${taskName}」已开始办理，请予关注。` };
    case 'service-level-warn':
      return { title: `将到期：${caseTitle}`, text: `「${taskName}」将于 ${day} 到期，请抓紧办理。` };
    case 'service-level-due':
      return { title: `超期：${caseTitle}`, text: late };
    case 'service-level-rung':
      return { title: `督办（第 ${rung} 级）：${caseTitle}`, text: late };
    case 'service-level-outside':
      return { title: `督办（第 ${rung} 级）：${caseTitle}`, text: `${late}请只将编号和期限报告上级机关。` };
    case 'urged':
      return { title: `${from ?? ''}催办`, text: urgedText(row, day) };
    case 'handed-over':
      return { title: `转办：${caseTitle}`, text: handedText(row, day) };
    default:
      return { title: caseTitle, text: `「${taskName}」有新的通知。` };
  }
}

const urgedText = ({ caseTitle, taskName, dueOn }: StepNotificationRow, day: string): string =>
  dueOn === null
    ? `「${caseTitle}」的「${taskName}」尚未办结，请抓紧办理。`
    : `「${caseTitle}」的「${taskName}」请于 ${day} 前办结。`;

const handedText = ({ taskName, dueOn, from }: StepNotificationRow, day: string): string =>
  `${from ?? ''}把「${taskName}」转给您办理${dueOn === null ? '。' : `，应于 ${day} 前办结。`}`;

/** The year only where it is another than this. */
function dayShown(dueOn: string | null, today: string): string {
  if (dueOn === null) return '';
  return dueOn.slice(0, 4) === today.slice(0, 4) ? dueOn.slice(5) : dueOn;
}
