import { partOf } from './threshold.js';

/** 法定联名 (村民委员会组织法 2025 Art 25, 30): who signed, how many, and the rolls they are measured against. */
export interface Petition {
  readonly proposerKind: '村民' | '村民代表';
  readonly proposerCount: number;
  /** All villagers of 18 or more. */
  readonly villagers: number;
  /** All village representatives. */
  readonly representatives: number;
}

export interface PetitionJudgement {
  /** The body the signers can demand; null when there are too few of them. */
  readonly demands: 'villagers-assembly' | 'representatives-meeting' | null;
  /** The least number of signers with any effect: ceil(villagers/10), or ceil(representatives/5). */
  readonly needed: number;
}

/** 1/10 of the villagers or 1/3 of the representatives demand the 村民会议, 1/5 of them the 村民代表会议. */
export function judgePetition({
  proposerKind,
  proposerCount,
  villagers,
  representatives,
}: Petition): PetitionJudgement {
  if (proposerKind === '村民') {
    const needed = Math.max(1, partOf(villagers, 10));
    return { demands: proposerCount >= needed ? 'villagers-assembly' : null, needed };
  }
  const needed = Math.max(1, partOf(representatives, 5));
  if (proposerCount >= Math.max(1, partOf(representatives, 3)))
    return { demands: 'villagers-assembly', needed };
  return { demands: proposerCount >= needed ? 'representatives-meeting' : null, needed };
}
