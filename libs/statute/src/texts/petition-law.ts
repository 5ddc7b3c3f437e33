import type { Edition, Statute } from '../statute.js';

const petitionRegulationEdition: Edition = {
  law: '信访工作条例',
  edition: '2022',
  from: '2022-05-01',
  source: '研究摘要，未与官方文本核对',
  isLiteral: false,
};

/** 信访工作条例: what the process of complaints cites. */
export const petitionRegulation: readonly Statute[] = [
  {
    ...petitionRegulationEdition,
    article: '第二十条',
    paragraphs: ['采用走访形式提出共同的信访事项的，应当推选代表，代表人数不得超过五人。'],
  },
  {
    ...petitionRegulationEdition,
    article: '第二十二条',
    paragraphs: [
      '信访部门收到信访事项，应当予以登记，区分情况，在十五日内转送、交办或者报请办理；检举控告转送纪检监察机关；交办的，在指定的办理期限内办结并反馈结果。',
    ],
  },
  {
    ...petitionRegulationEdition,
    article: '第二十三条',
    paragraphs: [
      '有权处理的机关、单位收到信访事项，能够当场答复是否受理的，应当当场书面答复；不能当场答复的，自收到之日起十五日内书面告知信访人，信访人姓名（名称）、住址不清的除外。',
      '不属于本机关、单位职权范围的，应当自收到转送、交办之日起五个工作日内提出异议，并说明理由，经核实同意后交还相关材料。',
    ],
  },
  {
    ...petitionRegulationEdition,
    article: '第二十五条',
    paragraphs: ['可能造成社会影响的重大、紧急信访事项和信访信息，应当及时报告。'],
  },
  {
    ...petitionRegulationEdition,
    article: '第二十八条',
    paragraphs: ['工作人员与信访事项或者信访人有直接利害关系的，应当回避。'],
  },
  {
    ...petitionRegulationEdition,
    article: '第三十条',
    paragraphs: [
      '检举控告事项由纪检监察机关依规依纪依法接收、受理、办理；不得将检举、揭发材料及有关情况透露、转给被检举、揭发的人员或者单位。',
    ],
  },
  {
    ...petitionRegulationEdition,
    article: '第三十二条',
    paragraphs: [
      '信访处理意见书应当载明信访人投诉请求、事实和理由、处理意见及其法律法规依据；处理意见为支持、作出解释或者不予支持。',
    ],
  },
  {
    ...petitionRegulationEdition,
    article: '第三十四条',
    paragraphs: [
      '申诉求决类事项应当自受理之日起六十日内办结；情况复杂的，经本机关、单位负责人批准，可以适当延长办理期限，但延长期限不得超过三十日，并告知信访人延期理由。',
    ],
  },
  {
    ...petitionRegulationEdition,
    article: '第三十五条',
    paragraphs: [
      '信访人不服处理意见的，可以自收到书面答复之日起三十日内请求上一级机关、单位复查；复查机关、单位自收到复查请求之日起三十日内提出复查意见并书面答复。',
    ],
  },
  {
    ...petitionRegulationEdition,
    article: '第三十六条',
    paragraphs: [
      '信访人不服复查意见的，可以自收到书面答复之日起三十日内向上一级机关、单位请求复核；复核意见自收到请求之日起三十日内提出，听证所需时间不计算在内。',
      '信访人对复核意见不服，仍以同一事实和理由提出投诉请求的，不再受理。',
    ],
  },
];

const provincialPetitionRegulationEdition: Edition = {
  law: '山东省信访条例',
  edition: '2015',
  from: '2015-12-01',
  source: '研究摘要，未与官方文本核对，部分可能已被2022年条例取代',
  isLiteral: false,
};

/** 山东省信访条例; parts may have been replaced by the regulation of 2022. */
export const provincialPetitionRegulation: readonly Statute[] = [
  {
    ...provincialPetitionRegulationEdition,
    article: '第四十三条',
    paragraphs: ['复查、复核机关应当自收到申请之日起三个工作日内决定是否受理。'],
  },
];

const mediationLawEdition: Edition = {
  law: '人民调解法',
  edition: '2010',
  from: '2011-01-01',
  source: '研究摘要，未与官方文本核对',
  isLiteral: false,
};

/** 人民调解法. */
export const mediationLaw: readonly Statute[] = [
  {
    ...mediationLawEdition,
    article: '第十七条',
    paragraphs: ['当事人一方明确拒绝调解的，不得调解。'],
  },
  {
    ...mediationLawEdition,
    article: '第二十六条',
    paragraphs: ['调解不成的，应当终止调解，并告知当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。'],
  },
  {
    ...mediationLawEdition,
    article: '第三十三条',
    paragraphs: [
      '达成调解协议后，双方当事人认为有必要的，可以自调解协议生效之日起三十日内共同向人民法院申请司法确认。',
    ],
  },
];
