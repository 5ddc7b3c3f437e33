import type { PositionKey } from '@wuqing/organization';

export type AddresseeKind = 'village' | 'office';

/** What kind of letter it is, «待镇确认» throughout. */
export interface LetterKind {
  /** kebab-case; also the series of its numbers. */
  readonly key: string;
  /** Chinese; the heading of the paper. */
  readonly title: string;
  /** What it is for, for whoever issues one. */
  readonly note: string;
  /** Stands for the series in the number: 「清责改〔2026〕3 号」. */
  readonly sign: string;
  /** Positions whose holders issue one, each for the unit in which he holds it. */
  readonly from: readonly PositionKey[];
  /** Kinds of units that it is addressed to. */
  readonly to: readonly AddresseeKind[];
  /** Term of the answer, from the day behind the issue: `10W`. */
  readonly answer: string;
  /** Paragraphs, with gaps `{matter}`, `{facts}`, `{basis}`, `{demand}`, `{before}`, `{answerBy}`. */
  readonly template: readonly string[];
  /** Kind of the next rung, where nobody has answered by the day; null where there is none. */
  readonly next: string | null;
}

const leaders: readonly PositionKey[] = [
  'office-head',
  'town-party-secretary',
  'town-head',
  'town-deputy',
  'town-discipline-secretary',
];

/** 待镇确认: terms, issuers, words and rungs; the sheets of later systems issue by them. */
export const letterKinds: readonly LetterKind[] = [
  {
    key: 'reminder',
    title: '提醒函',
    note: '工作中发现的苗头性问题，提醒对方注意并书面答复；逾期未答复的，下一步责令改正。',
    sign: '提',
    from: [...leaders, 'office-clerk'],
    to: ['village', 'office'],
    answer: '5W',
    template: [
      '我们在工作中发现，你单位在{matter}方面存在以下情况：',
      '{facts}',
      '请你单位：',
      '{demand}',
      '请于 {answerBy} 前书面答复。',
    ],
    next: 'order-to-correct',
  },
  {
    key: 'suggestion',
    title: '工作建议书',
    note: '对制度、管理上的漏洞提出建议，对方书面答复采纳情况。',
    sign: '建',
    from: [...leaders, 'office-clerk'],
    to: ['village', 'office'],
    answer: '10W',
    template: [
      '针对{matter}，我们了解到：',
      '{facts}',
      '建议你单位：',
      '{demand}',
      '请于 {answerBy} 前书面答复采纳情况；不采纳的，请说明理由。',
    ],
    next: 'reminder',
  },
  {
    key: 'order-to-correct',
    title: '责令改正通知书',
    note: '查明的问题责令改正，写明依据；逾期未答复的，下一步约谈。',
    sign: '责改',
    from: leaders,
    to: ['village', 'office'],
    answer: '10W',
    template: [
      '经查，你单位在{matter}方面存在以下问题：',
      '{facts}',
      '依据{basis}，现责令你单位改正：',
      '{demand}',
      '请于 {answerBy} 前改正，并书面报告结果。',
    ],
    next: 'interview',
  },
  {
    key: 'interview',
    title: '约谈通知书',
    note: '逾期未答复的，约谈单位负责人；写明时间、地点和要求说明的事项。',
    sign: '约',
    from: leaders,
    to: ['village', 'office'],
    answer: '5W',
    template: [
      '{before}要求答复的期限已过，你单位没有答复。现就{matter}约谈你单位负责人：',
      '{facts}',
      '约谈的时间、地点和要求：',
      '{demand}',
      '请于 {answerBy} 前书面报告约谈后的办理情况。',
    ],
    next: null,
  },
];

export const letterKindOf = (key: string): LetterKind | undefined =>
  letterKinds.find((kind) => kind.key === key);

/** Seats that are told of a letter, read it and answer it. */
export const answeringPositions: Readonly<Record<AddresseeKind, readonly PositionKey[]>> = {
  village: ['village-party-secretary', 'village-director', 'village-clerk'],
  office: ['office-head', 'office-clerk'],
};

export const isAddresseeKind = (kind: string): kind is AddresseeKind =>
  Object.hasOwn(answeringPositions, kind);
