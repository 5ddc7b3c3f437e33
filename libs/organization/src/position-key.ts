import type { UnitKind } from './unit.js';

export interface PositionDescription {
  /** Official Chinese title. */
  readonly title: string;
  /** The kind of unit it is held in. */
  readonly unitKind: UnitKind;
}

const at = <const Kind extends UnitKind>(unitKind: Kind, title: string) => ({ title, unitKind });

/**
 * Every position there is, by key. A party member's standing is a position too: 预备党员 and 留党察看 have no vote
 * (支部工作条例 Art 11), so each standing has a key of its own.
 */
export const positionKeys = {
  'village-party-secretary': at('village', '村党组织书记'),
  'village-party-committee-member': at('village', '村党组织委员'),
  'village-discipline-member': at('village', '村党组织纪检委员'),
  'village-director': at('village', '村委会主任'),
  'village-committee-member': at('village', '村委会委员'),
  'village-clerk': at('village', '村文书'),
  'village-accountant': at('village', '村报账员'),
  'supervision-director': at('village', '村监会主任'),
  'supervision-member': at('village', '村监会委员'),
  'village-representative': at('village', '村民代表'),
  'household-representative': at('village', '户代表'),
  'collective-member': at('village', '集体经济组织成员'),
  'collective-council-chair': at('village', '理事会理事长'),
  'collective-council-member': at('village', '理事会理事'),
  'party-member': at('village', '正式党员'),
  'probationary-party-member': at('village', '预备党员'),
  'party-member-under-probation': at('village', '留党察看党员'),
  'branch-secretary': at('general-branch', '党总支书记'),
  'town-party-secretary': at('town', '镇党委书记'),
  'town-head': at('town', '镇长'),
  'town-discipline-secretary': at('town', '镇纪委书记'),
  'town-deputy': at('town', '镇分管负责人'),
  'office-head': at('office', '科室负责人'),
  'office-clerk': at('office', '科室人员'),
  admin: at('town', '系统管理员'),
} as const satisfies Record<string, PositionDescription>;

export type PositionKey = keyof typeof positionKeys;

export const allPositionKeys = Object.keys(positionKeys) as PositionKey[];

export const isPositionKey = (value: unknown): value is PositionKey =>
  typeof value === 'string' && Object.hasOwn(positionKeys, value);

export const titleOf = (key: PositionKey): string => positionKeys[key].title;
