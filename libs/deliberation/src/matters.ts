import { COLLECTIVE_LAW_FROM, LAW_2025_FROM } from './rules.js';
import type { CalendarDate } from './calendar-date.js';

/** A: a matter of the villagers (村民委员会组织法); B: of the collective's members (农村集体经济组织法 Art 26). */
export type Track = 'A' | 'B';

export interface MatterType {
  readonly key: string;
  readonly name: string;
  readonly track: Track;
  readonly citation: string;
  /** A: the 村民会议 may authorize the 村民代表会议; B: a 成员代表大会 may decide it. */
  readonly delegable: boolean;
}

const villagers = (key: string, name: string, citation: string, delegable = true): MatterType => ({
  key,
  name,
  track: 'A',
  citation,
  delegable,
});

/** Art 28 Nr. 1, 3, 8, 10, 12 of the collective law stay with all members. */
const RESERVED_TO_MEMBERS = [1, 3, 8, 10, 12];

const members = (number: number, name: string): MatterType => ({
  key: `B${number}`,
  name,
  track: 'B',
  citation: `农村集体经济组织法第二十六条第（${number}）项`,
  delegable: !RESERVED_TO_MEMBERS.includes(number),
});

/** 事项类型 A1–A8 and B1–B12 with the texts in force from 2026-01-01. */
export const matterTypes: readonly MatterType[] = [
  villagers('A1', '村庄规划、建设等乡村建设重要事项', '村民委员会组织法第二十八条第（一）项'),
  villagers('A2', '误工补贴人员及标准', '村民委员会组织法第二十八条第（二）项'),
  villagers('A3', '村集体经济所得资金和物资的使用', '村民委员会组织法第二十八条第（三）项'),
  villagers('A4', '公益事业兴办、筹资筹劳、建设承包方案', '村民委员会组织法第二十八条第（四）项'),
  villagers('A5', '重点帮扶人员、帮扶方案', '村民委员会组织法第二十八条第（五）项'),
  villagers('A6', '村民会议认为应当由其决定的其他事项', '村民委员会组织法第二十八条第（六）项', false),
  villagers('A7', '本村经济建设发展规划', '山东省实施办法第二十条（2012）'),
  villagers('A8', '村财会人员任用', '山东省实施办法第二十条（2012）'),
  members(1, '制定、修改章程'),
  members(2, '内部管理制度'),
  members(3, '成员确认'),
  members(4, '选举、罢免理事和监事'),
  members(5, '审议理事会、监事会报告'),
  members(6, '报酬及经营管理人员聘任'),
  members(7, '发展规划、经营计划、年度财务预决算、收益分配方案'),
  members(8, '土地承包、宅基地使用、集体经营性财产收益权份额量化'),
  members(9, '集体经营性建设用地'),
  members(10, '土地补偿费等的分配、使用'),
  members(11, '投资等重大事项'),
  members(12, '合并、分立'),
];

const byKey = new Map(matterTypes.map((type) => [type.key, type]));

export const matterTypeOf = (key: string): MatterType | null => byKey.get(key) ?? null;

/** 2018 Art 24 had no village planning and no help plans: they were 其他事项, which only the 村民会议 decides. */
const OTHER_IN_2018 = ['A1', 'A5'];
/** 2018 Art 24 Nr. 4, 6, 7, 8: collective matters that the villagers decided before the collective law. */
const VILLAGERS_IN_2018 = ['B8', 'B9', 'B10', 'B11'];

/** The type as the text in force on that day sees it; null where no text knew it. */
export function matterTypeOn(key: string, decidedOn: CalendarDate): MatterType | null {
  const type = matterTypeOf(key);
  if (type === null || decidedOn >= LAW_2025_FROM) return type;
  if (type.track === 'A') return OTHER_IN_2018.includes(key) ? { ...type, delegable: false } : type;
  if (decidedOn >= COLLECTIVE_LAW_FROM) return type;
  if (!VILLAGERS_IN_2018.includes(key)) return null;
  return { ...type, track: 'A', delegable: true, citation: '村民委员会组织法（2018）第二十四条' };
}
