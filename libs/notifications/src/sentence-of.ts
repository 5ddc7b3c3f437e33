import { unreachable } from '@wuqing/kernel';
import {
  isOfPaper,
  type Notification,
  type PaperNotification,
  type StepNotification,
} from './notification.js';

/** The sentence a recipient reads: which case or paper, which step, which day, and nothing of its content. */
export const sentenceOf = (notification: Notification): string =>
  isOfPaper(notification) ? paperSentence(notification) : stepSentence(notification);

function paperSentence({ template, name, dueOn }: PaperNotification): string {
  switch (template) {
    case 'slip-sent':
      return `流转单 ${name} 已送达，请于 ${dueOn} 前签收。`;
    case 'letter-issued':
      return `函 ${name} 已送达，请于 ${dueOn} 前书面答复。`;
    case 'ledger-edit-waits':
      return `台账《${name}》有一项手工登记，请确认或者退回。`;
    default:
      return unreachable(template);
  }
}

function stepSentence({ template, caseNumber, taskName, dueOn, rung, from }: StepNotification): string {
  const step = `事项 ${caseNumber}${taskName === '' ? ' 有一个步骤' : `「${taskName}」`}`;
  switch (template) {
    case 'service-level-opened':
      return `${step}已开始办理，请予关注。`;
    case 'service-level-warn':
      return `${step}将于 ${dueOn} 到期，请抓紧办理。`;
    case 'service-level-due':
      return `${step}已于 ${dueOn} 到期未办结，请立即办理并说明原因。`;
    case 'service-level-rung':
      return `${step}于 ${dueOn} 到期仍未办结，已升级至第 ${rung} 级督办。`;
    case 'service-level-outside':
      return `事项 ${caseNumber} 于 ${dueOn} 到期仍未办结，请只将编号和期限报告上级机关。`;
    case 'urged':
      return `${from}催办：${step}${dueOn === '' ? '尚未办结，请抓紧办理。' : `应于 ${dueOn} 前办结，请抓紧办理。`}`;
    case 'handed-over':
      return `${from}转办：${step}${dueOn === '' ? '转给您办理。' : `转给您办理，应于 ${dueOn} 前办结。`}`;
    default:
      return unreachable(template);
  }
}
