import type { MatterType } from './matters.js';

/** Whose money a matter of both tracks spends: the village's, or the members' collective assets. */
export type FundKind = 'village-money' | 'collective-assets';

/** 资金来源 as a form may offer them. The division is the product's decision and waits for the town's word. */
export const fundSources: readonly { readonly name: string; readonly kind: FundKind }[] = [
  { name: '村级资金', kind: 'village-money' },
  { name: '村集体经营收入', kind: 'village-money' },
  { name: '集体经营收入', kind: 'village-money' },
  { name: '上级补助', kind: 'village-money' },
  { name: '一事一议筹资', kind: 'village-money' },
  { name: '社会捐赠', kind: 'village-money' },
  { name: '成员集体资产', kind: 'collective-assets' },
  { name: '土地补偿费', kind: 'collective-assets' },
  { name: '集体资产处置收入', kind: 'collective-assets' },
  { name: '成员股金', kind: 'collective-assets' },
];

/** The kind from its key or a listed name; null for any other text. */
export function fundKindOf(value: string | null | undefined): FundKind | null {
  if (value === 'village-money' || value === 'collective-assets') return value;
  return fundSources.find((source) => source.name === value)?.kind ?? null;
}

/** Where the two laws' lists overlap (domain facts §2.3): use of the money and public works, budget and investment. */
const OVERLAP = ['A3', 'A4', 'B7', 'B11'];

/** True when types of both tracks name one and the same matter, so that the fund source can choose the track. */
export const isOneOverlappingMatter = (types: readonly MatterType[]): boolean =>
  types.every((type) => OVERLAP.includes(type.key));
