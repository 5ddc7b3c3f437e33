import type { QueueName } from '@wuqing/persistence';
import type { Known } from '../visibility/known.js';
import type { SetAsideKnown } from '../visibility/set-asides.js';
import type { SetAsideView } from './dto/set-aside.view.js';
import { shownMoment } from '../http/shown-moment.js';

/** Names of the queues, for whoever mends them. */
const QUEUE_NAMES: Readonly<Record<QueueName, string>> = {
  message: '消息分派',
  'message-delivery': '消息送达',
  'message-outcome': '消息回执',
  'message-expiry': '消息过期',
  signal: '信号广播',
  command: '指令送达',
  outbox: '通知分发',
  digest: '每日汇总',
  'delivery-mail': '邮件发送',
  'delivery-webhook': '接口推送',
  'delivery-wecom': '企业微信发送',
  'delivery-dingtalk': '钉钉发送',
  'start-timer-plan': '定时启动的计划',
  'start-timer': '定时启动',
  clock: '时限和预警',
  'journal-entry': '办理记录的写入',
  definition: '流程版本的读取',
  'set-aside-retry': '重试要求',
  'workflow-check': '流程实例与办理记录的核对',
  'table-mark': '数据表的清点',
  'inbox-count': '待办计数',
  'inbox-check': '待办核对',
  'left-claim': '离任人员所签收待办的退还',
  'live-sweep': '实时更新记录的清理',
  'machine-clock': '服务器时钟',
  'file-idle': '无人引用的文件',
  'file-sweep': '文件的清理',
  'evidence-anchor': '留痕的每日锚定',
  'evidence-file': '锚定文件的写出',
  'evidence-check': '留痕的每日核验',
};

const WHAT_TO_DO =
  '这一条多次处理失败，已单独停放，其他事项不受影响。请按原因修正数据或程序，再点“重试”；重试不会重复办理。';

const OF_THE_CLOCK =
  '服务器与数据库的时钟相差过大，到期的时限、定时启动和消息过期暂不处理。请校准时钟，一致后自动恢复，不会重复预警。';

const OF_EVIDENCE =
  '留痕与锚定不符，可能有人改动过数据库。请保全现场，用“npm run verify”查明第一处不符，再按备份恢复。';

/** What is no queue's common fault. */
const MESSAGES: Partial<Readonly<Record<QueueName, string>>> = {
  'machine-clock': OF_THE_CLOCK,
  'evidence-file': OF_EVIDENCE,
  'evidence-check': OF_EVIDENCE,
};

/** The row as an administrator sees it. */
export function setAsideViewOf(row: Known<SetAsideKnown>): SetAsideView {
  const { id, queue, rowId, caseId, caseNumber, reason, failures, isAskedFor } = row;
  return {
    id,
    queue,
    queueName: QUEUE_NAMES[queue],
    rowId,
    caseId,
    caseNumber,
    reason,
    message: MESSAGES[queue] ?? WHAT_TO_DO,
    failures,
    firstFailedAt: shownMoment(row.firstFailedAt),
    setAsideAt: shownMoment(row.setAsideAt),
    isAskedFor,
  };
}
