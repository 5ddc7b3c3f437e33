import type { Proof, Sheet } from './rule-row.js';

const FILE = 'libs/process-library/dual-check/dual-check.bpmn';
const SPEC = 'libs/process-library/src/dual-check-bars.spec.ts';

/** One of the spec's ways into a bar. */
const refused = (text: string): Proof => ({ spec: SPEC, test: 'bar %i: %s', row: { file: SPEC, text } });

/** Sheet 3, 双查与澄清: its bars. */
export const dualCheckRules: Sheet = {
  process: 'dual-check',
  bars: 15,
  rows: [
    {
      law: '检举控告工作规则',
      article: '第十五条',
      text: '反映上级管理干部的，不得复制、摘抄、录入，五个工作日内径送上报',
      bar: 1,
      proofs: [refused("way(1, 'bar-1'")],
    },
    {
      law: '检举控告工作规则',
      article: '第十七条',
      text: '处置意见集体研究，按程序报批',
      bar: 2,
      proofs: [refused("way(2, 'bar-2-approve'")],
    },
    {
      law: '待镇确认',
      article: '',
      text: '结论不是失实的，不得认定为不实举报，不得澄清',
      bar: 3,
      proofs: [refused("['motive', 'C1', 'judge-motive']")],
    },
    {
      law: '检举控告工作规则',
      article: '第三十九条',
      text: '诬告陷害经设区的市级以上党委或者纪检监察机关批准认定',
      bar: 4,
      proofs: [refused("way(4, 'bar-4'")],
    },
    {
      law: '检举控告工作规则',
      article: '第三十九条',
      text: '未见市级批复文号，不得作出诬告处理',
      bar: 5,
      proofs: [refused("way(5, 'bar-5'")],
    },
    {
      law: '待镇确认',
      article: '',
      text: '错告不是诬告，只作提醒教育',
      bar: 6,
      proofs: [refused("way(6, 'bar-6'")],
    },
    {
      law: '中央纪委国家监委澄清意见（2020）',
      article: '',
      text: '当面、会议、通报澄清的，必须同时书面澄清',
      bar: 7,
      proofs: [refused("way(7, 'bar-7'")],
    },
    {
      law: '待镇确认',
      article: '',
      text: '只澄清具体问题，不作总体评价',
      bar: 8,
      proofs: [refused("way(8, 'bar-8'")],
    },
    {
      law: '待镇确认',
      article: '',
      text: '未经审理、审批并告知本人，不得澄清',
      bar: 9,
      proofs: [refused("way(9, 'bar-9'")],
    },
    {
      law: '监察法',
      article: '第六十七条',
      text: '被反映人及其亲属、有利害关系的人回避，不得办理',
      bar: 11,
      proofs: [refused("way(11, 'bar-11'")],
    },
    {
      law: '监察法',
      article: '第七十四条',
      text: '不得泄露检举控告人信息',
      bar: 13,
      proofs: [refused("way(13, 'bar-13'")],
    },
    {
      law: '待镇确认',
      article: '',
      text: '另有审查、会暴露举报人、本人不同意的，不得澄清',
      bar: 14,
      proofs: [refused("way(14, 'bar-14'")],
    },
    {
      law: '待镇确认',
      article: '',
      text: '村级组织不得受理、办理检举控告',
      bar: 15,
      proofs: [refused("way(15, 'bar-15'")],
    },
    {
      law: '待镇确认',
      article: '',
      text: '承办人不得审理或审批本件',
      bar: 10,
      places: [{ file: FILE, text: '承办人不得审理或审批本件。' }],
      proofs: [
        {
          spec: SPEC,
          test: '10: whoever did the first check, or is named there, neither audits nor approves',
        },
      ],
    },
    {
      law: '检举控告工作规则',
      article: '第二十六条',
      text: '实名检举控告未告知受理、未反馈的，不得归档',
      bar: 12,
      proofs: [{ spec: SPEC, test: '12: nothing of a real name is archived without %s' }],
    },
  ],
};
