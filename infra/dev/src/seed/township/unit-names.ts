export const TOWN_NAME = '清和镇';

/** The general branches with how many villages each one leads; together fifty. */
export const generalBranches = [
  { name: '清源党总支', villages: 7 },
  { name: '柳溪党总支', villages: 7 },
  { name: '望岳党总支', villages: 6 },
  { name: '临河党总支', villages: 6 },
  { name: '稻香党总支', villages: 6 },
  { name: '石桥党总支', villages: 6 },
  { name: '东坡党总支', villages: 6 },
  { name: '和顺党总支', villages: 6 },
] as const;

/** Fifty invented names, in the order of the villages' codes. */
export const villageNames: readonly string[] = [
  '清溪村 上柳庄 下柳庄 槐荫村 泉头村 杏林村 石井村',
  '柳溪村 前渡口 后渡口 芦花村 白鹭洼 苇塘村 双桥村',
  '望岳村 松岭村 栗子峪 云台村 南崖村 北崖村',
  '临河村 大堤口 小堤口 沙洲村 渔歌村 荷塘村',
  '稻香村 仓上村 麦丰村 新耕村 谷雨庄 秋实村',
  '石桥村 青砖楼 古碾村 车辙店 驿亭村 马铃庄',
  '东坡村 西坡村 桃园里 梨花峪 茶棚村 蜂鸣村',
  '和顺村 仁里村 义井村 礼让庄 智水村 信达村',
].flatMap((line) => line.split(' '));
