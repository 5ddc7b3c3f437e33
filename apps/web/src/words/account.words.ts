import type { SecurityEventsListData } from '../client/api.js';

/** Accounts, for whoever looks after them. */
export const accountWords = {
  create: '新建账号',
  person: '人员',
  findPerson: '输入姓名查找还没有账号的人',
  login: '账号（小写字母、数字、点、横线、下划线）',
  created: (login: string) => `已建账号 ${login}，接着发邀请码。`,
  link: '邀请链接',
  linkHint: '打开链接即填好账号和邀请码；链接也只能用一次。',
  more: '更多',
  signOut: '退出全部登录',
  clearSecondFactor: '清除动态口令',
  close: '停用',
  reopen: '启用',
  sure: (verb: string, name: string) => `确定对${name}的账号${verb}吗？`,
  closeHint: '停用后，密码、邀请码和全部登录立即失效。',
  withSecondFactor: '动态口令',
  asked: '须用动态口令的岗位',
  askedHint: '这些岗位的人没有启用动态口令的，登录后只能先启用。',
  save: '保存',
  saved: '已保存。',
} as const;

/** Groups of positions, as the rules of access know them. */
export const roleWords: Readonly<Record<string, string>> = {
  'village-secretary': '村党组织书记',
  'village-cadre': '村干部',
  supervision: '村务监督',
  branch: '党总支',
  'town-leader': '镇领导',
  'office-head': '科室负责人',
  office: '科室人员',
  discipline: '纪检',
  admin: '系统管理员',
};

export const logWords = {
  title: '安全日志',
  lead: '登录、权限变动和被拒绝的请求；只增不改，保存 180 天。',
  all: '全部',
  none: '没有记录。',
  by: (who: string) => `${who}办理`,
  times: (count: number) => `${count} 次`,
  stranger: '未登录的人',
} as const;

type Group = NonNullable<NonNullable<SecurityEventsListData['query']>['group']>;

export const groupWords: Readonly<Record<Group, string>> = {
  entrance: '登录',
  rights: '账号与权限',
  looks: '查看身份信息',
  refusals: '被拒绝',
};

const kindWords: Readonly<Record<string, string>> = {
  'signed-in': '登录',
  'signed-out': '退出',
  'sessions-ended': '退出其他登录',
  'wrong-password': '密码不正确',
  'second-factor-required': '等待动态口令',
  'wrong-code': '动态口令不正确',
  confirmed: '再次确认身份',
  'invitation-redeemed': '用邀请码设密码',
  'wrong-invitation': '邀请码无效',
  'token-used': '用接口令牌',
  'wrong-token': '接口令牌无效',
  'account-created': '新建账号',
  'account-closed': '停用账号',
  'account-reopened': '启用账号',
  invited: '发邀请码',
  'password-changed': '修改密码',
  'second-factor-set': '启用动态口令',
  'second-factor-removed': '停用动态口令',
  'second-factor-roles-set': '改动须用动态口令的岗位',
  'token-created': '发接口令牌',
  'token-revoked': '吊销接口令牌',
  'channels-changed': '改动通知渠道',
  'person-kept': '登记人员',
  'position-given': '登记任职',
  'position-ended': '登记离任',
  'substitute-named': '登记代理',
  'substitute-ended': '结束代理',
  'kin-declared': '登记亲属关系',
  'identity-read': '查看身份信息',
  refused: '没有权限或未找到',
  'not-signed-in': '未登录',
  invalid: '内容有误',
  'too-many': '过于频繁',
  beyond: '未逐条记录',
};

export const kindWordOf = (kind: string): string => kindWords[kind] ?? kind;
