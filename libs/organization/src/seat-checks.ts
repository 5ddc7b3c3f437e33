import { supervisionSeats as SUPERVISION, villageCommitteeSeats as COMMITTEE } from './body-seats.js';
import { closeRelativesOf, type Kinship } from './kinship.js';
import { isInForce, type Day, type Person, type Position } from './person.js';
import { titleOf, type PositionKey } from './position-key.js';

/** What a village's seats are held against. */
export interface VillageSeats {
  readonly positions: readonly Position[];
  readonly persons: ReadonlyMap<string, Pick<Person, 'name' | 'gender'>>;
  readonly kinship: readonly Kinship[];
}

export interface SeatCheck {
  readonly rule: string;
  readonly isKept: boolean;
  /** A Chinese sentence: what was found. */
  readonly sentence: string;
  /** Law and article; what the town has yet to confirm says so. */
  readonly source: string;
  /** Whether the law says 「不得」: what would break it is refused; of the rest one is told. */
  readonly isProhibition: boolean;
}

const NEEDED: readonly PositionKey[] = [
  'village-party-secretary',
  'village-director',
  'supervision-director',
  'village-clerk',
  'village-accountant',
];

/** Positions that the checks ask about. */
export const checkedPositions: readonly PositionKey[] = [
  ...new Set([
    ...NEEDED,
    ...COMMITTEE,
    ...SUPERVISION,
    'village-discipline-member',
    'village-representative',
  ] as const),
];

/** The seats of one day. */
class Seats {
  constructor(
    private readonly village: VillageSeats,
    private readonly on: Day,
  ) {}

  /** Who holds one of these, each person once. */
  in(...keys: readonly PositionKey[]): readonly string[] {
    const held = this.village.positions.filter((one) => keys.includes(one.key) && isInForce(one, this.on));
    return [...new Set(held.map(({ personId }) => personId))];
  }

  /** Who of `ids` is one of `others`, or close kin (民法典 Art 1045) to one of them. */
  oneOrKin(ids: readonly string[], others: readonly string[]): readonly string[] {
    return ids.filter((id) => others.includes(id) || this.kinAmong(id, others).length > 0);
  }

  kinAmong(id: string, others: readonly string[]): readonly string[] {
    return closeRelativesOf(id, this.village.kinship).filter((kin) => others.includes(kin));
  }

  women(ids: readonly string[]): number {
    return ids.filter((id) => this.village.persons.get(id)?.gender === 'female').length;
  }

  names(ids: readonly string[]): string {
    return ids.map((id) => this.village.persons.get(id)?.name ?? id).join('、');
  }
}

type Check = (seats: Seats) => Pick<SeatCheck, 'isKept' | 'sentence'>;
type Rule = readonly [rule: string, source: string, isProhibition: boolean, check: Check];

const told = (isKept: boolean, sentence: string): Pick<SeatCheck, 'isKept' | 'sentence'> => ({
  isKept,
  sentence,
});

/** 「不得」: nobody of `found`. */
const nobody = (seats: Seats, found: readonly string[], kept: string, broken: string) =>
  told(found.length === 0, found.length === 0 ? kept : `${broken}：${seats.names(found)}`);

const rules: readonly Rule[] = [
  [
    'needed-seats',
    '本系统各流程的承办岗位',
    false,
    (seats) => {
      const empty = NEEDED.filter((key) => seats.in(key).length === 0).map(titleOf);
      return empty.length === 0 ? told(true, '主要岗位都有人') : told(false, `岗位空缺：${empty.join('、')}`);
    },
  ],
  [
    'committee-size',
    '《村民委员会组织法》第八条',
    false,
    (seats) => {
      const n = seats.in(...COMMITTEE).length;
      return told(n >= 3 && n <= 7, `村委会 ${n} 人，应为 3 至 7 人`);
    },
  ],
  [
    'committee-women',
    '《村民委员会组织法》第八条',
    false,
    (seats) => {
      const women = seats.women(seats.in(...COMMITTEE));
      return told(women > 0, women > 0 ? `村委会有妇女成员 ${women} 人` : '村委会没有妇女成员');
    },
  ],
  [
    'committee-kin',
    '《村民委员会组织法》第八条',
    true,
    (seats) => {
      const members = seats.in(...COMMITTEE);
      const kin = members.filter((id) => seats.kinAmong(id, members).length > 0);
      return nobody(seats, kin, '村委会成员之间没有近亲属', '村委会成员之间有近亲属');
    },
  ],
  [
    'supervision-size',
    '《山东省实施〈村民委员会组织法〉办法》第三十一条',
    false,
    (seats) => {
      const n = seats.in(...SUPERVISION).length;
      return told(n >= 3 && n <= 5 && n % 2 === 1, `村监会 ${n} 人，应为 3 至 5 人的单数`);
    },
  ],
  [
    'supervision-apart',
    '《村民委员会组织法》第三十七条',
    true,
    (seats) => {
      const found = seats.oneOrKin(seats.in(...SUPERVISION), seats.in(...COMMITTEE));
      return nobody(seats, found, '村监会没有村委会成员及其近亲属', '村监会成员是村委会成员或者其近亲属');
    },
  ],
  [
    'supervision-accountant',
    '《山东省实施〈村民委员会组织法〉办法》第三十一条',
    true,
    (seats) => {
      const accountants = seats.in('village-accountant');
      const both = seats.in(...SUPERVISION).filter((id) => accountants.includes(id));
      return nobody(seats, both, '村监会没有村财会人员', '村监会成员兼任村财会人员');
    },
  ],
  [
    'accountant-apart',
    '《山东省实施〈村民委员会组织法〉办法》第十六条',
    true,
    (seats) => {
      const found = seats.oneOrKin(seats.in('village-accountant'), seats.in('village-director'));
      return nobody(seats, found, '村财会人员不是主任及其近亲属', '村财会人员是主任或者其近亲属');
    },
  ],
  [
    'supervision-by-discipline',
    '镇实施方案（待镇确认）',
    false,
    (seats) => {
      const discipline = seats.in('village-discipline-member');
      const heads = seats.in('supervision-director');
      const isKept = heads.length > 0 && heads.every((id) => discipline.includes(id));
      return told(isKept, isKept ? '村监会主任由纪检委员担任' : '村监会主任不是纪检委员');
    },
  ],
  [
    'representatives-women',
    '《村民委员会组织法》第二十九条',
    false,
    (seats) => {
      const body = seats.in('village-representative', ...COMMITTEE);
      const women = seats.women(body);
      return told(
        women * 3 >= body.length && body.length > 0,
        `村民代表会议 ${body.length} 人，其中妇女 ${women} 人，应不少于三分之一`,
      );
    },
  ],
  [
    'representatives-share',
    '《村民委员会组织法》第二十九条',
    false,
    (seats) => {
      const elected = seats.in('village-representative').length;
      const body = seats.in('village-representative', ...COMMITTEE).length;
      return told(
        elected * 5 >= body * 4 && body > 0,
        `村民代表 ${elected} 人，应不少于村民代表会议 ${body} 人的五分之四`,
      );
    },
  ],
];

/** 任职检查: what a village's seats on that day are held against, in the order in which it is shown. */
export function checkSeats(village: VillageSeats, on: Day): SeatCheck[] {
  const seats = new Seats(village, on);
  return rules.map(([rule, source, isProhibition, check]) => ({
    rule,
    source,
    isProhibition,
    ...check(seats),
  }));
}

/** What the law forbids and the change would bring about; what was so before is not the change's. */
export function newlyForbidden(before: VillageSeats, after: VillageSeats, on: Day): SeatCheck[] {
  const kept = new Set(checkSeats(before, on).flatMap(({ rule, isKept }) => (isKept ? [rule] : [])));
  return checkSeats(after, on).filter(
    ({ rule, isKept, isProhibition }) => isProhibition && !isKept && kept.has(rule),
  );
}
