/** What the audit's acts are called on paper; one that has no word here stands with its own name. */
const words: Readonly<Record<string, string>> = {
  StartProcessInstance: '发起',
  CompleteUserTask: '办结步骤',
  ClaimUserTask: '签收',
  ReleaseUserTask: '退还',
  HandOverUserTask: '转办',
  TriggerTimer: '期限届满',
  CorrelateMessage: '收到消息',
  TriggerSignal: '收到信号',
  CompleteServiceTask: '系统自动办理',
  FailServiceTask: '系统步骤失败',
  ThrowServiceError: '系统步骤报错',
  ReturnToStep: '退回',
  CancelProcessInstance: '终止',
  SuspendProcessInstance: '暂停',
  ResumeProcessInstance: '恢复',
  ModifyProcessInstance: '调整步骤',
  MigrateProcessInstance: '转换版本',
  ResolveIncident: '处理异常',
  SkipElement: '跳过步骤',
  AddMultiInstanceMember: '加签',
  RemoveMultiInstanceMember: '减签',
  SendCopy: '抄送',
  AcknowledgeAlert: '确认预警',
  RefuseMessage: '不予受理消息',
};

export const actWord = (action: string): string => (Object.hasOwn(words, action) ? words[action]! : action);
