/** What is said of a draft, on desk and phone. */
export const draftWords = {
  both: (time: string) => `草稿已存 ${time}，本机和服务器`,
  device: '草稿已存本机',
  short: '草稿已存',
  shortDevice: '已存本机',
  elsewhere: '这份草稿在别处也改过',
  elsewhereAt: (time: string) => `别处 ${time} 存过一份，和本机的不一样。请选择保留哪一份。`,
  keepMine: '保留本机的',
  takeTheirs: '用别处的',
  leftBy: (name: string, time: string) => `${name} ${time} 留下一份草稿，已填在下面。`,
  none: '没有草稿。办理时写的内容会自动存在这里。',
  startOf: (process: string) => `发起：${process}`,
  discard: '删除草稿',
  keep: '留着',
  reallyDiscard: (title: string) => `删除「${title}」的草稿？删除后不能找回。`,
} as const;
