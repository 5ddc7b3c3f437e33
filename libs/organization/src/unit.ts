/** Town (镇), its offices (科室) and 党总支 beside each other, villages under a 党总支. */
export type UnitKind = 'town' | 'office' | 'general-branch' | 'village';

export interface Unit {
  readonly id: string;
  /** Null only for the town. */
  readonly parentId: string | null;
  readonly kind: UnitKind;
  /** Unique among units of a kind: an office code (`jingguan`), `b1`, `v01`. */
  readonly code: string;
  readonly name: string;
}

/** Numbers of a village that quorum and prefilled forms start from; people, unless it says households. */
export interface VillageFigures {
  /** 18 周岁以上村民. */
  readonly villagers18Plus: number;
  readonly households: number;
  /** 村民代表会议组成人员: committee members and elected representatives together (Art 29). */
  readonly representatives: number;
  readonly electedRepresentatives: number;
  /** 妇女代表 among the elected. */
  readonly womenRepresentatives: number;
  /** Members of the collective economic organization with full capacity. */
  readonly collectiveMembers: number;
  /** 有表决权党员: without 预备党员 and 留党察看. */
  readonly partyMembersVoting: number;
  /** 两委, each person once. */
  readonly twoCommittees: number;
  /** 支委会. */
  readonly partyCommittee: number;
}
