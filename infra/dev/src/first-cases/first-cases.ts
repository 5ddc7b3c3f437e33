/** How a case is left, beside where its steps have brought it. */
export type Standing = 'as it stands' | 'suspended' | 'cancelled' | 'ordered';

export interface FirstCase {
  /** Its keys of idempotency begin with it: it must never change. */
  readonly key: string;
  readonly process: 'major-matter' | 'supervision-order';
  readonly journey: string;
  readonly village: string;
  readonly title: string;
  readonly steps: number;
  /** Days since its last step, at least: a term that ends in between is broken. */
  readonly daysAgo: number;
  readonly standing: Standing;
}

const matter = (
  key: string,
  journey: string,
  village: string,
  title: string,
  steps: number,
  daysAgo: number,
  standing: Standing = 'as it stands',
): FirstCase => ({ key, process: 'major-matter', journey, village, title, steps, daysAgo, standing });

/**
 * A dozen cases that a newcomer finds: begun, under way, near their term and beyond it, with an order, paused, with an objection, withdrawn,
 * published and done. What reaches a vote is in the villages whose rolls the journeys count on.
 */
export const firstCases: readonly FirstCase[] = [
  matter('registering', 'A1', 'v01', '修缮文化活动室', 0, 0),
  matter('proposing', 'A1', 'v02', '更换村口路灯', 1, 0),
  matter('overdue', 'A4', 'v03', '清淤疏浚灌溉渠', 1, 14, 'ordered'),
  matter('deliberating', 'A1', 'v01', '新建公共晾晒场', 2, 1),
  matter('late-plan', 'A1', 'v01', '改造老年活动中心', 4, 18),
  matter('town-review', 'A1', 'v01', '铺设污水管网', 8, 1),
  matter('paused', 'A1', 'v01', '扩建卫生室', 9, 2, 'suspended'),
  matter('in-notice', 'A1', 'v01', '硬化通组道路', 13, 3),
  matter('objected', 'A2', 'v01', '确定集体林地承包方案', 17, 0),
  matter('withdrawn', 'A1', 'v04', '购置村级办公设备', 1, 2, 'cancelled'),
  matter('done', 'A1', 'v01', '硬化道路', 20, 2),
  {
    key: 'order',
    process: 'supervision-order',
    journey: 'S2',
    village: 'v11',
    title: '芦花村财务公开逾期',
    steps: 2,
    daysAgo: 0,
    standing: 'as it stands',
  },
];
