import type { Proof, Sheet } from './rule-row.js';

const FILE = 'libs/process-library/complaint/complaint.bpmn';
const SPEC = 'libs/process-library/src/complaint.spec.ts';

/** A submission of a journey that its guard refuses, tried by the spec. */
const refusedIn = (journey: string, guard: string): Proof => ({
  spec: SPEC,
  test: 'change nothing where they refuse',
  row: { file: `libs/process-library/complaint/journeys/${journey}.json`, text: `"refusedBy": "${guard}"` },
});

/** A journey whose dates are those of the law. */
const keepsDates = (journey: string, text: string): Proof => ({
  spec: SPEC,
  test: '%s %s: keeps every date',
  row: { file: `libs/process-library/complaint/journeys/${journey}.json`, text },
});

/** Sheet 2, 信访: its bars, and the terms of the law. */
export const complaintRules: Sheet = {
  process: 'complaint',
  bars: 15,
  rows: [
    {
      law: '信访工作条例',
      article: '第二十二条',
      text: '检举控告转送纪检监察机关，不在信访程序办理',
      bar: 1,
      proofs: [refusedIn('B10', 'bar-1')],
    },
    {
      law: '信访工作条例',
      article: '第三十条',
      text: '检举、揭发材料及情况不得透露、转给被检举的人员或者单位',
      bar: 2,
      proofs: [refusedIn('B10', 'bar-2')],
    },
    {
      law: '信访工作条例',
      article: '第二十八条',
      text: '与信访事项有直接利害关系的，应当回避',
      bar: 3,
      proofs: [refusedIn('B10', 'bar-3')],
    },
    {
      law: '待镇确认',
      article: '',
      text: '村民委员会只能协助，承办单位为镇或以上有权处理的机关、单位',
      bar: 4,
      proofs: [refusedIn('B10', 'bar-4')],
    },
    {
      law: '信访工作条例',
      article: '第三十六条',
      text: '终结以后以同一事实和理由提出的，以及正在办理的，不再受理',
      bar: 5,
      proofs: [refusedIn('B6', 'bar-5')],
    },
    {
      law: '信访工作条例',
      article: '第二十条',
      text: '走访代表不得超过五人',
      bar: 6,
      proofs: [refusedIn('B6', 'bar-6')],
    },
    {
      law: '信访工作条例',
      article: '第二十三条',
      text: '是否受理，自收到之日起十五日内书面告知信访人',
      bar: 7,
      proofs: [refusedIn('B10', 'bar-7')],
    },
    {
      law: '信访工作条例',
      article: '第二十三条',
      text: '不属于本机关职权的，五个工作日内说明理由提出异议',
      bar: 8,
      proofs: [refusedIn('B10', 'bar-8')],
    },
    {
      law: '信访工作条例',
      article: '第三十四条',
      text: '六十日办结；延长不超过三十日，经负责人批准并告知理由',
      bar: 9,
      proofs: [refusedIn('B2', 'bar-9')],
    },
    {
      law: '信访工作条例',
      article: '第三十二条',
      text: '处理意见书载明投诉请求、事实和理由、处理意见及法律依据',
      bar: 10,
      proofs: [refusedIn('B16', 'bar-10')],
    },
    {
      law: '信访工作条例',
      article: '第三十五条',
      text: '不服处理意见的，三十日内请求复查；复查自请求之日起三十日',
      bar: 11,
      proofs: [refusedIn('B17', 'bar-11')],
    },
    {
      law: '人民调解法',
      article: '第十七条',
      text: '当事人一方明确拒绝调解的，不得调解',
      bar: 12,
      proofs: [refusedIn('B11', 'bar-12')],
    },
    {
      law: '人民调解法',
      article: '第二十六条',
      text: '调解不成的，告知仲裁、行政、司法途径',
      bar: 13,
      proofs: [refusedIn('B12', 'bar-13')],
    },
    {
      law: '待镇确认',
      article: '',
      text: '警示通报不含可识别信息，由起草人以外的人核发',
      bar: 15,
      proofs: [refusedIn('B2', 'bar-15')],
    },
    {
      law: '待镇确认',
      article: '',
      text: '联办单位未办结的，不得结案',
      bar: 14,
      proofs: [{ spec: SPEC, test: 'bar 14 holds where an office’s part was taken out or has said nothing' }],
    },
    {
      law: '信访工作条例',
      article: '第二十二条',
      text: '信访部门收到信访事项，十五日内转送、交办或者告知去向',
      places: [{ file: FILE, text: 'term end(receivedOn, &quot;15D&quot;)' }],
      proofs: [keepsDates('B1', '"forward-complaint": "2026-10-08"')],
    },
    {
      law: '信访工作条例',
      article: '第二十三条',
      text: '有权处理的机关自收到之日起十五日内告知是否受理',
      places: [{ file: FILE, text: 'name="受理告知" term="15D"' }],
      proofs: [keepsDates('B1', '"decide-acceptance": "2026-10-08"')],
    },
    {
      law: '信访工作条例',
      article: '第二十五条',
      text: '重大、紧急信访事项及时报告',
      places: [{ file: FILE, text: 'id="report-urgent"' }],
      proofs: [keepsDates('B5', '"report-urgent"')],
    },
    {
      law: '信访工作条例',
      article: '第三十四条',
      text: '申诉求决类事项自受理之日起六十日内办结',
      places: [{ file: FILE, text: 'term end(acceptedOn, &quot;60D&quot;)' }],
      proofs: [keepsDates('B2', '"draft-opinion": "2026-05-06"')],
    },
    {
      law: '信访工作条例',
      article: '第三十五条',
      text: '复查自收到请求之日起三十日内提出意见',
      places: [{ file: FILE, text: 'term end(reviewFrom, &quot;30D&quot;)' }],
      proofs: [keepsDates('B2', '"track-review": "2026-07-15"')],
    },
    {
      law: '信访工作条例',
      article: '第三十六条',
      text: '复核自收到请求之日起三十日内提出意见，听证所需时间不计',
      places: [{ file: FILE, text: 'term end(recheckAskedOn, &quot;30D&quot;)' }],
      proofs: [
        {
          spec: SPEC,
          test: '%s on %s: B2 has until %s, %s',
          row: { file: SPEC, text: 'thirty days and three of hearing' },
        },
      ],
    },
    {
      law: '山东省信访条例',
      article: '第四十三条',
      text: '复查申请自收到之日起三个工作日内决定是否受理',
      places: [{ file: FILE, text: 'name="复查受理" term="3W"' }],
      proofs: [keepsDates('B2', '"admit-review": "2026-06-18"')],
    },
    {
      law: '人民调解法',
      article: '第三十三条',
      text: '调解协议生效之日起三十日内可以共同申请司法确认',
      places: [{ file: FILE, text: 'term end(effectiveOn, &quot;30D&quot;)' }],
      proofs: [keepsDates('B3', '"remind-confirmation": "2026-06-10"')],
    },
  ],
};
