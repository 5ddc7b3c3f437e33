/** An incident in the words of the operator's page: what has happened, and what can be done about it. */
export interface Guidance {
  readonly cause: string;
  readonly whatToDo: string;
}

/** By the incident's code. */
const guidance: Readonly<Record<string, readonly [cause: string, whatToDo: string]>> = {
  expression: [
    '表达式算不出结果。',
    '请补正它读取的变量后重试；仍不行的，跳过该步骤并写明理由，或修改流程后迁移。',
  ],
  condition: ['条件的结果不是“是”或“否”，多为变量缺失。', '请补正变量后重试。'],
  'no-flow': ['没有一条出线的条件成立，也没有默认出线。', '请补正变量后重试，或调整到正确的步骤。'],
  'service-failed': ['服务多次重试仍失败。', '请查明服务恢复后重试；不再需要的，跳过该步骤并写明理由。'],
  'unhandled-error': ['步骤抛出的业务错误没有事件接住。', '请处理原因后重试，或调整到处理该错误的步骤。'],
  loop: ['流程绕圈不停。', '请补正决定走向的变量后重试，或调整到圈外的步骤。'],
  guard: ['规则不允许进入该步骤。', '请按规则补齐条件后重试。'],
  'too-large': ['流程变量超出容量上限（32 KB）。', '请精简变量后重试。'],
  timer: ['定时的写法不对或算不出。', '请补正它读取的变量后重试。'],
  text: ['需要一段文字的地方没有值。', '请补正变量后重试。'],
  assignment: ['办理人算不出。', '请补正变量或机构数据后重试。'],
  message: ['消息没有定义。', '请修改流程后迁移，或跳过该步骤。'],
  collection: ['多实例的名单或个数算不出。', '请补正变量后重试。'],
  'too-many-members': ['多实例的成员超过上限。', '请精简名单后重试。'],
  'call-depth': ['流程调用层数超限，可能自己调用自己。', '请跳过该步骤，或修改流程后迁移。'],
  'unknown-process': ['被调用的流程没有发布。', '请先发布该流程后重试。'],
  'unknown-decision': ['决策表没有发布。', '请先发布该决策表后重试。'],
  decision: ['决策表算不出结果。', '请补正变量或修改决策表后重试。'],
  'broken-evidence': [
    '留痕或所记内容与写入时不符，可能有人改动过数据库。',
    '请保全现场，用“npm run verify”查明第一处不符，再按备份恢复；恢复后次日核验自动解除。',
  ],
  'starved-join': ['汇合处等不到所有分支。', '请确认其余分支不会再来后重试放行。'],
};

/** Every incident has something that can be done; of a code that is not listed: mend, retry, skip or cancel. */
export function guidanceOf({ code }: { readonly code: string }): Guidance {
  const [cause, whatToDo] = guidance[code] ?? [
    '该步骤出现异常，停在原处。',
    '请补正变量后重试；仍不行的，跳过该步骤并写明理由，或终止该事项。',
  ];
  return { cause, whatToDo };
}
