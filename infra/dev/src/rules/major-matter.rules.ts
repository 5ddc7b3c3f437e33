import type { Proof, Sheet } from './rule-row.js';

const FILE = 'libs/process-library/major-matter/major-matter.bpmn';

/** A submission of `bars.spec.ts` that the guard refuses, by its line in a table. */
const refused = (table: string, text: string): Proof => ({
  spec: 'libs/process-library/src/bars.spec.ts',
  test: 'bar %i: %s',
  row: { file: `libs/process-library/src/${table}`, text },
});

/** Sheet 1, 村级重大事项: its bars. */
export const majorMatterRules: Sheet = {
  process: 'major-matter',
  bars: 18,
  rows: [
    {
      law: '山东省实施办法',
      article: '第十七条',
      text: '召开村民会议、村民代表会议的通知和张榜，须满法定日数',
      bar: 1,
      proofs: [refused('bar-rows.ts', 'five days are not clear')],
    },
    {
      law: '村民委员会组织法',
      article: '第三十条',
      text: '村民代表会议须有三分之二以上组成人员到会；各决策主体未达法定人数的，不得表决',
      bar: 2,
      proofs: [refused('bar-rows.ts', '26 of 40 voted')],
    },
    {
      law: '山东省实施办法',
      article: '第二十四条',
      text: '村民代表会议须有妇女代表三分之二以上参加',
      bar: 3,
      proofs: [refused('bar-rows.ts', '9 of 14 women')],
    },
    {
      law: '村民委员会组织法',
      article: '第二十八条',
      text: '村民代表会议决定前款事项，须经村民会议授权',
      bar: 4,
      proofs: [refused('bar-rows.ts', 'another authorization is typed')],
    },
    {
      law: '山东省实施办法',
      article: '第二十条',
      text: '村民会议保留的其他事项，不得授权村民代表会议决定（待镇确认）',
      bar: 5,
      proofs: [refused('bar-rows.ts', 'A6 reached the 村民代表会议')],
    },
    {
      law: '农村集体经济组织法',
      article: '第二十八条',
      text: '章程、成员确认、承包与宅基地、土地补偿费、合并分立，成员代表大会不得决定',
      bar: 6,
      proofs: [refused('bar-rows.ts', 'B10 reached the 成员代表大会')],
    },
    {
      law: '村民委员会组织法',
      article: '第三十条',
      text: '决定须经到会人员过半数同意，未通过的不得登记、公开为决议',
      bar: 7,
      proofs: [refused('bar-rows.ts', 'an undecided matter is to be published')],
    },
    {
      law: '村民委员会组织法',
      article: '第二十八条',
      text: '需由村民会议、村民代表会议决定的重要事项，先经村党组织研究讨论',
      bar: 8,
      proofs: [refused('bar-rows.ts', 'the ballot without step 1')],
    },
    {
      law: '党支部工作条例',
      article: '第十一条',
      text: '党员大会表决只计有表决权的党员',
      bar: 9,
      proofs: [refused('people-bar-rows.ts', 'a voter of the party meeting is a 预备党员')],
    },
    {
      law: '待镇确认',
      article: '',
      text: '镇（街）退回须写明法律法规依据，不得干预村民自治事项',
      bar: 10,
      proofs: [refused('bar-rows.ts', 'returned without basis')],
    },
    {
      law: '村民委员会组织法',
      article: '第三十五条',
      text: '公布的期限不得少于十五日',
      bar: 11,
      proofs: [refused('bar-rows.ts', 'day 15 is a rest day')],
    },
    {
      law: '待镇确认',
      article: '',
      text: '决议公开期未满、异议未答复，不得组织实施',
      bar: 12,
      proofs: [refused('bar-rows.ts', 'carried out while the notice runs')],
    },
    {
      law: '待镇确认',
      article: '',
      text: '实施结果经村务监督委员会审核、验收以后才公开',
      bar: 13,
      proofs: [refused('bar-rows.ts', 'published unverified')],
    },
    {
      law: '待镇确认',
      article: '',
      text: '变更决议由原决议机构讨论决定',
      bar: 14,
      proofs: [refused('bar-rows.ts', 'another body decides the change')],
    },
    {
      law: '村民委员会组织法',
      article: '第三十七条',
      text: '村民委员会成员及其近亲属、村会计不得担任村务监督机构成员',
      bar: 15,
      proofs: [refused('people-bar-rows.ts', '`${element} by one who may not supervise`')],
    },
    {
      law: '村民委员会组织法',
      article: '第十三条',
      text: '村民委员会不得提供担保',
      bar: 16,
      proofs: [refused('bar-rows.ts', 'a guarantee for others')],
    },
    {
      law: '待镇确认',
      article: '',
      text: '与事项有利害关系的人及其亲属回避，不参加表决',
      bar: 17,
      proofs: [refused('people-bar-rows.ts', 'the wife of a related party voted')],
    },
    {
      law: '待镇确认',
      article: '',
      text: '放假安排未导入的年度，暂定的期限不得据以截止',
      bar: 18,
      proofs: [refused('bar-rows.ts', 'the notice ends in a year not loaded')],
    },
    {
      law: '党支部工作条例',
      article: '第十二条',
      text: '党支部委员会会议须有半数以上委员到会方可进行',
      places: [{ file: FILE, text: 'id="bar-2-propose"' }],
      proofs: [refused('bar-rows.ts', '2 of 5 voted in the 支委会')],
    },
    {
      law: '村民委员会组织法',
      article: '第三十五条',
      text: '应当公布的事项及时公布',
      places: [{ file: FILE, text: 'id="publish-resolution"' }],
      proofs: [
        {
          spec: 'test/journeys/major-matter.real-spec.ts',
          test: 'A1, from 08-24 to the result of 11-10 and the end of 11-26: 硬化道路',
        },
      ],
    },
    {
      law: '村民委员会组织法',
      article: '第二十五条',
      text: '召集村民会议提前十日通知；有特殊情况的除外',
      places: [{ file: 'libs/deliberation/src/notice.ts', text: 'emergency' }],
      proofs: [
        {
          spec: 'libs/deliberation/src/notice.spec.ts',
          test: 'may be short only for a 村民会议 with a stated emergency, since 2026',
        },
      ],
    },
    {
      law: '农村集体经济组织法',
      article: '第二十七条',
      text: '成员大会须有三分之二以上成员参加，全体成员三分之二以上同意',
      places: [{ file: 'libs/deliberation/src/judge-resolution.ts', text: 'judgeResolution' }],
      proofs: [
        {
          spec: 'libs/deliberation/src/judge-resolution.spec.ts',
          test: 'A3: 600 of 913 members are too few; 631 of 640 pass, 608 would not',
        },
      ],
    },
    {
      law: '村民委员会组织法',
      article: '第三十六条',
      text: '不及时公布、公布不真实的，村民可以向镇反映，镇核实后责令公布',
      places: [{ file: FILE, text: 'id="investigate-report-6"' }],
      proofs: [
        {
          spec: 'libs/process-library/src/orders-of-the-town.spec.ts',
          test: 'reaches the town while the resolution hangs, and what it orders is done',
        },
      ],
    },
  ],
};
