/** What an operation is called on its button, its dialog and in its outcome. */
export const verbs = {
  mend: '补正并重试',
  skip: '跳过此步骤',
  suspend: '暂停办理',
  resume: '恢复办理',
  return: '退回',
  modify: '调整步骤',
  migrate: '迁移到其他版本',
  restart: '从某一步重新开始',
  addMember: '加签',
  removeMember: '减签',
  activateSteps: '启动临时步骤',
  cancel: '终止事项',
} as const;

/** What it is good for, beside its button. */
export const notes = {
  suspend: '停在原处，期限停止计算',
  resume: '从停下的地方接着办',
  return: '退回到办理过的一步',
  skip: '一步不办，直接进入下一步',
  modify: '终止在办的步骤，从别的步骤开始',
  activateSteps: '在临时子流程里启动步骤',
  addMember: '会签增加一个成员',
  removeMember: '会签减去一个成员',
  migrate: '按流程的另一版本接着办，先试算',
  cancel: '到此为止，不再办理',
  restart: '另立关联事项，从选定的步骤办起',
} as const;

/** A case with all that it calls. */
interface Whole {
  readonly title: string;
  readonly callTree: readonly unknown[];
}

const whole = ({ title, callTree }: Whole): string =>
  `「${title}」${callTree.length > 1 ? `，连同它调用的 ${callTree.length - 1} 个下级事项，` : ''}`;

/** What it will do, at the head of its dialog. */
export const leads = {
  mend: (name: string, cause: string) =>
    `「${name}」：${cause}填写要补正的变量，留空的保持原样；都不填就只重试一次。`,
  skip: (name: string | undefined) =>
    `${name === undefined ? '选定的步骤' : `「${name}」`}不再办理，事项直接进入下一步。`,
  suspend: (it: Whole) => `${whole(it)}停在原处，期限和定时停止计算，剩余的时间保留。`,
  resume: (it: Whole) => `${whole(it)}继续办理，期限和定时从剩余的时间接着计算。`,
  cancel: (it: Whole) => `${whole(it)}到此为止，不再办理。终止后不能撤回。`,
  return: '退回到办理过的一步，从那里起重新办理；其后正在办理的步骤撤回。',
  modify: '终止选定的在办步骤，并从选定的步骤开始。两样都做、只做一样都可以。',
  restart: '另立一件关联事项，带着本事项的内容，按现行版本从选定的步骤办起。',
  activateSteps: '临时子流程里的步骤由您决定何时办、办几次。',
  addMember: '在正在进行的会签中增加一个成员。',
  removeMember: '从正在进行的会签中减去一个还没有办完的成员，不再计入人数。',
  migrate: '先试算：下面写明每个在办步骤去往哪里；有一处不能迁移，就整件都不迁移。',
} as const;

export const asks = {
  returnTo: '退回到',
  skipWhich: '跳过哪一步',
  terminate: '终止这些步骤',
  activate: '开始这些步骤',
  startAt: '从哪一步开始',
  adHoc: '哪一个临时子流程',
  startSteps: '启动这些步骤',
  loop: '哪一个会签',
  oneLoop: (name: string) => `会签步骤：「${name}」`,
  item: '新增的对象（名单中的一项）',
  member: '减去哪一个',
  version: '迁移到',
  timers: '定时事件',
  keepTimers: '保留原来的时刻',
  replanTimers: '按新版本重新计算',
  mapped: (name: string) => `「${name}」对应新版本的步骤`,
  sameId: '同一编号的步骤',
  kindOf: (title: string) => `${title} 的类型`,
  otherVariable: '再补正一个变量',
  noVariable: '不需要',
  find: '按名称查找',
  findIn: (legend: string) => `${legend}：按名称查找`,
  notFound: '没有这个名称的步骤。',
} as const;

export const tells = {
  more: '更多处置',
  accepted: '已办妥：',
  queued: '已受理，正在排队办理，结果会显示在这里：',
  notDone: '未能办成：',
  within: (name: string) => `在「${name}」内`,
  wholeLoop: '会签整体',
  visit: (kind: string, number: string) => `${kind}，编号 ${number}`,
  member: (number: number) => `第 ${number} 个成员`,
  toCome: '还没有开始',
  atWork: (assignee: string | null) => `${assignee ?? ''}正在办理`,
  isSet: '现在有值，填写后会替换它。',
  isNotSet: '现在没有值。',
  text: '文字',
  number: '数字',
  yesNo: '是或否',
  version: (version: number, inForce: boolean, from: string) =>
    `第 ${version} 版（${inForce ? '现行，' : ''}${from} 起）`,
  plan: '试算结果',
  movable: '试算通过：可以整件迁移。',
  immovable: (count: number) => `试算没有通过：有 ${count} 处不能迁移。`,
  gone: '新版本中没有',
} as const;
