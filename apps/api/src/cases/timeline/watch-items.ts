import type { AuditEntry } from '@wuqing/audit';
import { isPositionKey, titleOf } from '@wuqing/organization';
import type { AlertRow, CaseNotice, UrgeRow } from '@wuqing/persistence';
import type { JournalReading } from './journal-items.js';
import type { TimelineItem } from './timeline-item.js';
import { shownMs } from '../../http/shown-moment.js';

const recipientOf = (position: string): string => (isPositionKey(position) ? titleOf(position) : position);

type ToldAlert = Pick<AlertRow, 'at' | 'clockName' | 'recipientPosition'> &
  Parameters<typeof alertText>[0] & { readonly step: Pick<AlertRow['step'], 'elementId'> };

/** Alerts of one instant are one line, with all who were told. */
export function alertItems(alerts: readonly ToldAlert[]): TimelineItem[] {
  const groups = new Map<string, ToldAlert[]>();
  for (const alert of alerts) {
    const key = `${shownMs(alert.at)}/${alert.kind}/${alert.rung}/${alert.taskName}/${alert.clockName}`;
    groups.set(key, [...(groups.get(key) ?? []), alert]);
  }
  return [...groups.values()].map((group) => {
    const told = [...new Set(group.map((alert) => recipientOf(alert.recipientPosition)))].join('、');
    return {
      at: shownMs(group[0]!.at),
      kind: 'alert',
      elementId: group[0]!.step.elementId,
      ...(!['opened', 'warn'].includes(group[0]!.kind) && { isLate: true }),
      text: alertText(group[0]!),
      actorId: null,
      detail: `已告知：${told}`,
    };
  });
}

/** The sentence of an alert, in a list as in a case's story. */
export function alertText({
  kind,
  rung,
  taskName,
  dueOn,
  outside,
}: Pick<AlertRow, 'kind' | 'rung' | 'taskName' | 'dueOn' | 'outside'>): string {
  if (kind === 'opened') return `告知：「${taskName}」已开始办理，请予关注`;
  if (kind === 'warn') return `预警：「${taskName}」将于 ${dueOn} 到期，请抓紧办理`;
  if (kind === 'due') return `超期：「${taskName}」应于 ${dueOn} 前办结，至今未办结`;
  if (kind === 'outside')
    return `督办（第 ${rung} 级）：「${taskName}」应于 ${dueOn} 前办结，仍未办结，请只将编号和期限报告${outside}`;
  return `督办（第 ${rung} 级）：「${taskName}」应于 ${dueOn} 前办结，仍未办结`;
}

export const noticeItems = (notices: readonly CaseNotice[]): TimelineItem[] =>
  notices.map(({ elementId, title, fromOn, toOn, publishedAt }) => ({
    elementId,
    at: shownMs(publishedAt),
    kind: 'notice',
    text: `公开「${title}」${fromOn === null ? '' : `，自 ${fromOn} 起`}${toOn === null ? '' : `，至 ${toOn}`}`,
    actorId: null,
  }));

const holderVerbs: Readonly<
  Record<string, { readonly kind: 'claimed' | 'released' | 'handed-over'; readonly verb: string }>
> = {
  ClaimUserTask: { kind: 'claimed', verb: '签收' },
  ReleaseUserTask: { kind: 'released', verb: '退还' },
  HandOverUserTask: { kind: 'handed-over', verb: '转办' },
};

/** How an element's key is read. */
type Naming = Pick<JournalReading, 'nameOf' | 'elementOf'>;

/** Claims, releases and handings-over, which move no flow and therefore stand in the audit alone. */
export const holderItems = (
  entries: readonly AuditEntry[],
  { nameOf, elementOf }: Naming,
  names: ReadonlyMap<string, string>,
): TimelineItem[] =>
  entries.flatMap(({ action, subject, at, actorId, detail }) => {
    const known = holderVerbs[action];
    if (!known) return [];
    const text = `${detail['cause'] === 'seat-left' ? '签收人已不任该职，自动' : ''}${known.verb}「${nameOf(subject)}」`;
    const to = handedTo(detail, names);
    const item = {
      at: Date.parse(at),
      kind: known.kind,
      text,
      actorId: personOf(actorId),
      elementId: elementOf(subject),
    };
    return [to === undefined ? item : { ...item, detail: to }];
  });

/** Nobody where the system acted. */
const personOf = (actorId: string): string | null => (actorId.startsWith('system:') ? null : actorId);

function handedTo(
  { toPersonId, reason }: AuditEntry['detail'],
  names: ReadonlyMap<string, string>,
): string | undefined {
  if (typeof toPersonId !== 'string' || typeof reason !== 'string') return undefined;
  return `转给${names.get(toPersonId) ?? toPersonId}，理由：${reason}`;
}

/** 催办, in the case's own time; `clockOffsetMs`: what that is ahead of the real one. */
export const urgeItems = (urges: readonly UrgeRow[], clockOffsetMs: number): TimelineItem[] =>
  urges.map(({ at, taskName, text, urgedBy, recipients }) => ({
    at: shownMs(at) + clockOffsetMs,
    kind: 'urged',
    text: `催办「${taskName}」：${text}`,
    actorId: urgedBy,
    detail: `已告知：${[...new Set(recipients.map(({ positionKey }) => recipientOf(positionKey)))].join('、')}`,
  }));
