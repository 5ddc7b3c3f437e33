/** The town's offices by code: those of the town's plan, and 信访办, 司法所, 派出所 beside them. */
export const officeNames = {
  jiwei: '纪委办',
  zuzhi: '组织科',
  jingguan: '经管站',
  minzheng: '民政科',
  renshe: '人社所',
  yibao: '医保办',
  weijian: '卫健办',
  xinfang: '信访办',
  sifa: '司法所',
  paichusuo: '派出所',
} as const;

export type OfficeCode = keyof typeof officeNames;

export const officeCodes = Object.keys(officeNames) as OfficeCode[];

export const isOfficeCode = (value: unknown): value is OfficeCode =>
  typeof value === 'string' && Object.hasOwn(officeNames, value);
