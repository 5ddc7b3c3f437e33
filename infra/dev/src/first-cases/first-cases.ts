/** How a case is left, beside where its steps have brought it. */
export type Standing = 'as it stands' | 'suspended' | 'cancelled' | 'ordered';

export interface FirstCase {
  /** Its keys of idempotency begin with it: it must never change. */
  readonly key: string;
  readonly process: 'major-matter' | 'supervision-order' | 'complaint' | 'dual-check';
  readonly journey: string;
  readonly village: string;
  readonly title: string;
  readonly steps: number;
  /** Days since its last step, at least: a term that ends in between is broken. */
  readonly daysAgo: number;
  readonly standing: Standing;
}

type Led = readonly [
  key: string,
  journey: string,
  village: string,
  title: string,
  steps: number,
  daysAgo: number,
  standing?: Standing,
];

const of =
  (process: FirstCase['process']) =>
  (...[key, journey, village, title, steps, daysAgo, standing = 'as it stands']: Led): FirstCase => ({
    key,
    process,
    journey,
    village,
    title,
    steps,
    daysAgo,
    standing,
  });

const matter = of('major-matter');
const complaint = of('complaint');
/** What it is called says nothing of what it is about: the process names each the same. */
const dualCheck = (key: string, journey: string, steps: number, daysAgo: number): FirstCase =>
  of('dual-check')(key, journey, 'v01', '检举控告件', steps, daysAgo);

/**
 * What a newcomer finds: a dozen matters begun, under way, near their term and beyond it, with an order, paused, with an objection,
 * withdrawn, published and done; complaints from their registration to the answer; and reports about officials, which few may know of.
 * What reaches a vote is in the villages whose rolls the journeys count on.
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
  of('supervision-order')('order', 'S2', 'v11', '芦花村财务公开逾期', 2, 0),
  complaint('complaint-registering', 'B3', 'v05', '来访登记', 0, 0),
  complaint('complaint-classifying', 'B1', 'v05', '宅基地补偿未到账', 2, 1),
  complaint('complaint-mediating', 'B3', 'v06', '邻里排水纠纷', 3, 5),
  complaint('complaint-opinion', 'B1', 'v07', '河道占用补偿', 10, 2),
  complaint('complaint-answered', 'B7', 'v08', '建议增设路灯', 4, 1),
  dualCheck('report-level', 'C1', 0, 0),
  dualCheck('report-checking', 'C1', 5, 3),
  dualCheck('report-clearing', 'C1', 13, 1),
];
