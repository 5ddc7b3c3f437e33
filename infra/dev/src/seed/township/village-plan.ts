import type { VillageFigures } from '@wuqing/organization';
import type { Choice } from './choice.js';

/** How many of whom a village has, before anyone has a name. */
export interface VillagePlan {
  readonly figures: VillageFigures;
  /** 村委会: 主任 and 委员, 3 or 5 (Art 8: 3 to 7). */
  readonly villageCommittee: number;
  /** 村监会: 主任 and 委员, an odd number of 3 to 5 (山东 Art 31). */
  readonly supervision: number;
  readonly probationaryPartyMembers: number;
  readonly partyMembersUnderProbation: number;
}

/** 书记, 副书记 (the 村委会主任), 组织委员 (a 村委会委员), 宣传委员, 纪检委员. */
export const PARTY_COMMITTEE = 5;

/** Who sits in both committees. */
const IN_BOTH_COMMITTEES = 2;

/** The numbers that the dated journeys of the major-matter sheet count on. */
const fixedByJourneys: Readonly<Record<string, Partial<VillageFigures>>> = {
  /** A1, A2: N 40, 14 women representatives, 30 voting party members. */
  v01: { representatives: 40, womenRepresentatives: 14, partyMembersVoting: 30 },
  /** A3: 913 members, two thirds of all are 609. */
  v02: { collectiveMembers: 913 },
};

/** Numbers within the law: elected at least 4/5 of the body, women at least 1/3 (Art 29). */
export function planVillage(code: string, choice: Choice): VillagePlan {
  const fixed = fixedByJourneys[code] ?? {};
  const representatives = fixed.representatives ?? choice.between(30, 45);
  const collectiveMembers = fixed.collectiveMembers ?? choice.between(520, 1380);
  const villageCommittee = representatives >= 36 ? 5 : 3;
  const women = Math.ceil(representatives / 3) + choice.between(0, 2);
  return {
    villageCommittee,
    supervision: representatives >= 42 ? 5 : 3,
    probationaryPartyMembers: choice.between(1, 3),
    partyMembersUnderProbation: choice.between(0, 1),
    figures: {
      villagers18Plus: collectiveMembers + choice.between(20, 160),
      households: choice.between(240, 360),
      representatives,
      electedRepresentatives: representatives - villageCommittee,
      womenRepresentatives: fixed.womenRepresentatives ?? women,
      collectiveMembers,
      partyMembersVoting: fixed.partyMembersVoting ?? choice.between(24, 40),
      twoCommittees: PARTY_COMMITTEE + villageCommittee - IN_BOTH_COMMITTEES,
      partyCommittee: PARTY_COMMITTEE,
    },
  };
}
