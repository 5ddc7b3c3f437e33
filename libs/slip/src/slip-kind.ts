import type { OfficeCode, PositionKey } from '@wuqing/organization';

/** What kind of thing is handed over, «待镇确认» throughout. */
export interface SlipKind {
  /** kebab-case; also the series of its numbers. */
  readonly key: string;
  /** Chinese. */
  readonly title: string;
  /** What it is for, for whoever sends one. */
  readonly note: string;
  /** Stands for the series in the number: 「清移〔2026〕3 号」. */
  readonly sign: string;
  /** Positions whose holders send one, each from the unit in which he holds it. */
  readonly from: readonly PositionKey[];
  /** Offices that take it. */
  readonly to: readonly OfficeCode[];
  /** Term of the receipt, from the day behind the sending: `1W`. */
  readonly receipt: string;
}

/** Those who may have come upon a clue: offices, the supervisors of a village, whoever leads. */
const finders: readonly PositionKey[] = [
  'office-head',
  'office-clerk',
  'supervision-director',
  'supervision-member',
  'village-discipline-member',
  'village-party-secretary',
  'town-party-secretary',
  'town-head',
  'town-deputy',
  'town-discipline-secretary',
];

/** Terms, senders and offices are 待镇确认; sheets 2, 4–7, 9, 11 and 13 hand over by them. */
export const slipKinds: readonly SlipKind[] = [
  {
    key: 'discipline-clue',
    title: '问题线索移送单',
    note: '违纪、职务违法问题线索移送纪委办；内容密封，只有纪委办能拆看。',
    sign: '移',
    from: finders,
    to: ['jiwei'],
    receipt: '1W',
  },
  {
    key: 'police-clue',
    title: '违法线索移送单',
    note: '违法犯罪、涉黑涉恶线索移送派出所；内容密封，只有派出所能拆看。',
    sign: '警移',
    from: finders,
    to: ['paichusuo'],
    receipt: '1W',
  },
  {
    key: 'office-transfer',
    title: '转送单',
    note: '应由其他科室办理的事项转送承办科室；内容只有承办科室能拆看。',
    sign: '转',
    from: [
      'office-head',
      'office-clerk',
      'village-clerk',
      'village-party-secretary',
      'town-party-secretary',
      'town-head',
      'town-deputy',
    ],
    to: ['zuzhi', 'jingguan', 'minzheng', 'renshe', 'yibao', 'weijian', 'xinfang', 'sifa'],
    receipt: '1W',
  },
];

export const slipKindOf = (key: string): SlipKind | undefined => slipKinds.find((kind) => kind.key === key);

/** Seats of an office that receive and open what is addressed to it. */
export const receivingPositions: readonly PositionKey[] = ['office-head', 'office-clerk'];
