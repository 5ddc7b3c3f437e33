import type { ExtensionWords } from '@wuqing/bpmn-definition';
import { deliberationWords } from '@wuqing/deliberation';
import { serviceLevelWord } from '@wuqing/service-level';

/**
 * Every `wq:` element that a process file may say beside those of the definition itself, with where it is read and its
 * attributes. Those of the desk and of the notices are read behind doors that no room may enter; `house-words.spec.ts` in
 * `test/` shows that they are read.
 */
export const houseWords: ExtensionWords = {
  ...deliberationWords,
  serviceLevel: serviceLevelWord,
  publication: {
    on: ['UserTask'],
    attributes: ['kind', 'board', 'title', 'fields', 'from', 'to'],
    values: {
      board: [/^(party|village|finance)$/, '公开栏目只能写 party（党务）、village（村务）或 finance（财务）'],
    },
  },
  bulkApproval: { on: ['UserTask'], attributes: ['field', 'value', 'opinion'], once: true },
  confidential: {
    on: ['Process', '*'],
    attributes: ['level'],
    values: { level: [/^[VPTN]$/, '级别只能写 V、P、T 或 N'] },
    once: true,
  },
  caseTitle: {
    on: ['Process'],
    attributes: ['text'],
    values: { text: [/^\S(.{0,98}\S)?$/, '事项名称（text）应为 1 到 100 个字'] },
    once: true,
  },
  told: {
    on: ['UserTask', 'ServiceTask'],
    attributes: ['text'],
    values: { text: [/^\S(.{0,18}\S)?$/, '告知的话（text）应为 1 到 20 个字'] },
    once: true,
  },
  bars: {
    on: ['UserTask'],
    attributes: ['field', 'ground'],
    values: {
      ground: [
        /^(accused|relative|recused)$/,
        '回避的缘由只能写 accused（被反映人）、relative（亲属）或 recused（回避人）',
      ],
    },
  },
  knowing: { on: ['Process'], attributes: ['who'], once: true },
  linkedCase: { on: ['Process'], attributes: ['ended', 'reopened', 'closed'], once: true },
  unconfirmed: { on: ['Process', 'UserTask'], attributes: ['item', 'note', 'text'] },
};
